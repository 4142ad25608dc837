import { DAY, MINUTE } from "../../base/clock";
import type { Store } from "../open";
import { commitReadings, noFacts } from "../reading/commit-readings";
import type { ReadingRow } from "../reading/pack-rows";
import { testStore } from "../test-store";
import { openHistory } from "./history";
import { Packer } from "./packer";
import { type Run, runOf } from "./run";

export const T0 = Date.parse("2026-07-01T00:00:00+09:00");
export const NAMES = ["a", "b", "c"];
const KEPT = { readings: 4000, minutes: 5000, hours: 6000 };

/** A store with a device of three streams (ids 1, 2, 3), a packer, and beside it the plain truth of what was sent. */
export async function testHistory() {
  const store = await testStore();
  await store.write(async (tx) => {
    await tx.device.create({ data: { ...device, streams: { create: NAMES.map((name) => ({ name })) } } });
  });
  return new TestHistory(store);
}

export class TestHistory {
  readonly store: Store;
  /** Every reading by stream. */
  readonly truth = new Map<number, Map<number, number>>();
  now = T0;
  keep = KEPT;
  /** Streams that could not be packed; null where that is a fault of the test. */
  sick: number[] | null = null;
  private packer: Packer;

  constructor(store: Store) {
    this.store = store;
    this.packer = this.newPacker();
  }

  private newPacker(): Packer {
    const onSick = (stream: number, error: unknown) => {
      if (!this.sick) throw error;
      this.sick.push(stream);
    };
    const keeps = () => new Map(NAMES.map((_, i) => [i + 1, this.keep]));
    return new Packer({ history: this.store.history, keeps, onSick });
  }

  /** Stores them as the river would: newer than all before of its stream is fresh, the rest late; what is there already is left out. */
  async send(rows: readonly ReadingRow[]): Promise<void> {
    const fresh: ReadingRow[] = [];
    const late: ReadingRow[] = [];
    for (const row of rows.toSorted((a, b) => a[0] - b[0])) {
      const known = this.of(row[1]);
      if (known.has(row[0])) continue;
      (row[0] > this.newest(row[1]) ? fresh : late).push(row);
      known.set(row[0], row[2]);
    }
    const latest = [...new Map(fresh.map((row) => [row[1], row])).values()];
    await commitReadings(this.store, { ...noFacts, fresh, late, latest });
  }

  /** Lets the packer do `steps` steps, or all that it has to do. */
  async pack(steps = Number.POSITIVE_INFINITY): Promise<void> {
    for (let i = 0; i < steps; i++) if ((await this.store.alone(() => this.packer.step(this.now))) === null) return;
  }

  /** As after a crash: nothing is left but the file. */
  restart(): void {
    this.store.history.close();
    this.store.history = openHistory(this.store.file, (error) => error);
    this.packer = this.newPacker();
  }

  run(stream: number): Run {
    return runOf([...this.of(stream)].toSorted((a, b) => a[0] - b[0]));
  }

  of(stream: number): Map<number, number> {
    const known = this.truth.get(stream) ?? new Map<number, number>();
    this.truth.set(stream, known);
    return known;
  }

  newest(stream: number): number {
    return [...this.of(stream).keys()].reduce((last, at) => Math.max(last, at), Number.NEGATIVE_INFINITY);
  }

  count(table: "Reading" | "Late" | "Pack" | "Rollup"): number {
    return this.store.history.reader.row<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)?.n ?? 0;
  }
}

/** `count` readings of a stream, one every `step` ms from `start` on, whose values wander in tenths. */
export function readings(stream: number, start: number, step: number, count: number): ReadingRow[] {
  return Array.from({ length: count }, (_, i) => [
    start + i * step,
    stream,
    Math.round(200 + 90 * Math.sin((start / DAY + i) / 9) + ((i * 7919) % 13)) / 10,
  ]);
}

const device = {
  id: "box",
  kind: "weather",
  name: "box",
  lat: 37.5,
  lon: 127,
  zone: "street",
  keyCipher: "",
  keepAliveMs: MINUTE,
  createdAt: 0n,
};
