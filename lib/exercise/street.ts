import type { ReadingsAnswer, WireReading } from "../contract/reading";
import { createFieldDevice, type FieldDevice } from "../device/field-device";
import type { RecordedReading } from "./recording";

export type Street = {
  /** Sends rows over the gateway, each through its own device; resolves when the city has answered for all of them. */
  send(rows: readonly RecordedReading[]): Promise<void>;
  close(): Promise<void>;
};

type Parts = {
  url: string;
  keys: ReadonlyMap<string, string>;
  onAnswer(answer: ReadingsAnswer): void;
  onUnknown(row: RecordedReading): void;
};

/** The recorded devices as they stand in the street: each connects with its own key when it first speaks. */
export function openStreet({ url, keys, onAnswer, onUnknown }: Parts): Street {
  const lines = new Map<string, FieldDevice>();
  const line = (deviceId: string, key: string): FieldDevice => {
    const open =
      lines.get(deviceId) ?? createFieldDevice({ url, deviceId, key, onAnswer: (_, answer) => onAnswer(answer) });
    lines.set(deviceId, open);
    return open;
  };
  return {
    async send(rows) {
      const speaking = new Set<FieldDevice>();
      for (const [deviceId, own] of byDevice(rows)) {
        const key = keys.get(deviceId);
        if (key === undefined) {
          own.forEach(onUnknown);
          continue;
        }
        const device = line(deviceId, key);
        device.send(own.map(wireReading));
        speaking.add(device);
      }
      await Promise.all([...speaking].map((device) => device.flushed()));
    },
    close: async () => void (await Promise.all([...lines.values()].map((device) => device.close(1000)))),
  };
}

function byDevice(rows: readonly RecordedReading[]): Map<string, RecordedReading[]> {
  const groups = new Map<string, RecordedReading[]>();
  for (const row of rows) {
    const group = groups.get(row.device);
    if (group) group.push(row);
    else groups.set(row.device, [row]);
  }
  return groups;
}

const wireReading = ({ stream, at, value }: RecordedReading): WireReading => ({ stream, at, value });
