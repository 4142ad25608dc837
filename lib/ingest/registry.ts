import type { SteadyClock } from "../base/clock";
import type { Device, LinkState, StreamState } from "../contract/device";
import type { Kind, StreamSpec } from "../kinds/kind";
import type { StoredDevice } from "../store/device/load-devices";
import type { StoredStream } from "../store/stream/load-streams";
import { Fleet } from "./fleet";

/** One stream in service. `markAt` runs ahead of `latestAt` while a commit is on its way. */
export type StreamEntry = {
  id: number;
  spec: StreamSpec;
  device: DeviceEntry;
  latestAt: number;
  latestValue: number;
  markAt: number;
  /** When its newest reading came in, on the steady clock; before the city's start until it has `spoken` in this run. */
  heardAt: number | null;
  spoken: boolean;
  /** Its newest reading at the city's start, event time. */
  seenBefore: number | null;
  /** As it is stored: since when it says this very value, and whether that reading waits for a second one. */
  stored: Pick<StoredStream, "since" | "believed">;
  /** As the screens have it. */
  state: StreamState;
  /** The last that came was older than the newest, or was refused as out of range. */
  disordered: boolean;
  outOfRange: boolean;
};

export type DeviceEntry = {
  record: StoredDevice;
  kind: Kind;
  streams: Map<string, StreamEntry>;
  /** City clock of the last sign of life, for people; `seenStored` is what the database has of it. */
  lastSeenAt: number | null;
  seenStored: number | null;
  /** The same on the steady clock, for judging. It lies before the city's start until the device has `spoken` in this run. */
  heardAt: number | null;
  spoken: boolean;
  /** The last sign of life of an earlier run, by the wall of then. */
  seenBefore: number | null;
  link: LinkState;
};

/** Every device in service, in memory: what ingest checks a frame against, and what screens are told of. */
export class Registry {
  readonly devices = new Map<string, DeviceEntry>();
  readonly fleet = new Fleet();
  private readonly clock: SteadyClock;

  constructor(clock: SteadyClock) {
    this.clock = clock;
  }

  /** Takes in what is stored. A device that is in service already keeps its newest values and sign of life.
   * Gives the ids that may no longer speak as they do: retired, gone, or with another key. */
  load(records: StoredDevice[], streams: StoredStream[], kinds: ReadonlyMap<string, Kind>): string[] {
    const byDevice = groupByDevice(streams);
    const present = new Set(records.map((r) => r.id));
    const keys = new Map([...this.devices].map(([id]) => [id, this.inService(id)?.record.keyCipher]));
    for (const id of this.devices.keys()) if (!present.has(id)) this.devices.delete(id);
    for (const record of records) {
      const kind = kinds.get(record.kind);
      if (kind) this.put(record, kind, byDevice.get(record.id) ?? []);
    }
    this.fleet.recount(this.devices.values());
    return [...keys].filter(([id, key]) => this.inService(id)?.record.keyCipher !== key).map(([id]) => id);
  }

  private put(record: StoredDevice, kind: Kind, streams: StoredStream[]): void {
    const known = this.devices.get(record.id);
    if (known) {
      known.record = { ...record, status: known.record.status };
      for (const stream of streams) if (!known.streams.has(stream.name)) this.addStream(known, stream);
      return;
    }
    const lastSeenAt = this.lastSign(record.lastSeenAt, streams);
    const entry: DeviceEntry = {
      record,
      kind,
      streams: new Map(),
      lastSeenAt,
      seenStored: record.lastSeenAt,
      heardAt: this.steadyOf(lastSeenAt),
      spoken: false,
      seenBefore: lastSeenAt,
      link: "never",
    };
    for (const stream of streams) this.addStream(entry, stream);
    this.devices.set(record.id, entry);
  }

  /** A crash leaves out the last signs of life; a reading that is stored is one too. */
  private lastSign(seenAt: number | null, streams: readonly StoredStream[]): number | null {
    const signs = [seenAt, ...streams.map((stream) => stream.at)].filter((at) => at !== null);
    return signs.length === 0 ? null : Math.min(this.clock.now(), Math.max(...signs));
  }

  private addStream(device: DeviceEntry, stored: StoredStream): void {
    const spec = device.kind.streams.find((s) => s.name === stored.name);
    if (!spec) return;
    const latestAt = stored.at ?? Number.NEGATIVE_INFINITY;
    device.streams.set(spec.name, {
      id: stored.id,
      spec,
      device,
      latestAt,
      latestValue: stored.value ?? Number.NaN,
      markAt: latestAt,
      heardAt: this.steadyOf(stored.at),
      spoken: false,
      seenBefore: stored.at,
      stored,
      state: "fresh",
      disordered: false,
      outOfRange: false,
    });
  }

  /** An instant of the city's clock before now, on the steady one. */
  private steadyOf(at: number | null): number | null {
    return at === null ? null : this.clock.steady() - Math.max(0, this.clock.now() - at);
  }

  /** A reading that is newer than all before it in its stream, and stored. */
  took(stream: StreamEntry, at: number, value: number): void {
    Object.assign(stream, { latestAt: at, latestValue: value, markAt: Math.max(at, stream.markAt), spoken: true });
    stream.heardAt = this.clock.steady();
    stream.disordered = false;
    stream.outOfRange = false;
    if (stream.device.record.retiredAt === null && !stream.device.kind.position) this.fleet.spoke(at);
  }

  /** A device that may send, or undefined. */
  inService(id: string): DeviceEntry | undefined {
    const device = this.devices.get(id);
    return device && device.record.retiredAt === null ? device : undefined;
  }
}

function groupByDevice(streams: StoredStream[]): Map<string, StoredStream[]> {
  const groups = new Map<string, StoredStream[]>();
  for (const s of streams) {
    const group = groups.get(s.deviceId);
    if (group) group.push(s);
    else groups.set(s.deviceId, [s]);
  }
  return groups;
}

/** The device as screens and the API see it. */
export function deviceView(entry: DeviceEntry): Device {
  const { keyCipher: _key, ...record } = entry.record;
  const spoken = [...entry.streams.values()].filter((s) => s.latestAt > Number.NEGATIVE_INFINITY);
  const latest = spoken.map((s) => ({ stream: s.spec.name, at: s.latestAt, value: s.latestValue, state: s.state }));
  return { ...record, lastSeenAt: entry.lastSeenAt, link: entry.link, latest };
}
