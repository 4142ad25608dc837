import type { ReadingsAnswer, WireReading } from "../../lib/contract/reading";
import { createFieldDevice, type FieldDevice } from "../../lib/device/field-device";
import type { Acknowledged } from "./oracle";
import { STREAM } from "./rules";

const BEAT_MS = 100;

/** What the field has seen of the city since the last look. */
export type FieldCounts = { acknowledged: number; duplicates: number; refused: number };

/** Devices that measure at a steady rate whatever happens to the city, and send again what it did not acknowledge. */
export class Field {
  readonly acknowledged = new Map<string, Acknowledged>();
  readonly counts: FieldCounts = { acknowledged: 0, duplicates: 0, refused: 0 };
  made = 0;
  private readonly devices: FieldDevice[];
  private readonly perBeat: number;
  private readonly timer: NodeJS.Timeout;
  private readonly heard = new Set<() => void>();
  private paused = false;
  private at: number;
  private nth = 0;

  /** `rate` readings a second over all devices. */
  constructor(url: string, keys: ReadonlyMap<string, string>, rate: number) {
    this.devices = [...keys].map(([deviceId, key]) => this.open(url, deviceId, key));
    this.perBeat = Math.round((rate * BEAT_MS) / 1000 / keys.size);
    this.at = Date.now();
    this.timer = setInterval(() => this.beat(), BEAT_MS);
  }

  /** Nothing is measured until `goOn`. */
  pause(): void {
    this.paused = true;
  }
  goOn(): void {
    this.paused = false;
  }

  /** Resolves at the next acknowledgement. */
  answered(): Promise<void> {
    return new Promise((resolve) => this.heard.add(resolve));
  }

  /** Measures no more and resolves when the city has acknowledged everything. */
  async finish(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.devices.map((device) => device.flushed()));
    await Promise.all(this.devices.map((device) => device.close(0)));
  }

  private open(url: string, deviceId: string, key: string): FieldDevice {
    const mine: Acknowledged = { at: [], value: [] };
    this.acknowledged.set(deviceId, mine);
    const onAnswer = (readings: WireReading[], answer: ReadingsAnswer) => this.take(mine, readings, answer);
    return createFieldDevice({ url, deviceId, key, onAnswer });
  }

  private take(mine: Acknowledged, readings: WireReading[], { duplicates, refused }: ReadingsAnswer): void {
    const no = new Set(refused.map(({ index }) => index));
    for (const [i, { at, value }] of readings.entries()) {
      if (no.has(i)) continue;
      mine.at.push(Number(at));
      mine.value.push(value);
    }
    this.counts.acknowledged += readings.length - no.size;
    this.counts.duplicates += duplicates;
    this.counts.refused += no.size;
    for (const tell of this.heard) tell();
    this.heard.clear();
  }

  /** The clock of the readings stands while nothing is measured: they stay evenly spread. */
  private beat(): void {
    if (this.paused) return;
    const every = BEAT_MS / this.perBeat;
    for (const [d, device] of this.devices.entries()) {
      const readings = Array.from({ length: this.perBeat }, (_, i) => {
        const n = this.nth + i;
        return { stream: STREAM, at: Math.round(this.at + i * every), value: depth(d, n) };
      });
      device.send(readings);
    }
    this.made += this.devices.length * this.perBeat;
    this.nth += this.perBeat;
    this.at += BEAT_MS;
  }
}

const WAVE = 1000;

/** A depth (mm) that rises and falls, each device in its own time, with a ripple that crosses every threshold more than once. */
function depth(device: number, n: number): number {
  const phase = ((n + device * 373) % WAVE) / WAVE;
  // two neighbours differ by less than what the city takes for impossible (40 mm at once)
  const ripple = ((n * 7919 + device * 104_729) % 31) - 15;
  return Math.max(0, Math.round(250 - 250 * Math.cos(2 * Math.PI * phase) + ripple));
}
