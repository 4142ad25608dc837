import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { DAY } from "../../lib/base/clock";
import { Tails } from "../../lib/store/history/tails";
import type { Store } from "../../lib/store/open";
import { latestAt } from "../../lib/store/reading/latest-at";
import { replayReadings } from "../../lib/store/reading/replay-readings";
import { count, line, ms } from "../figures";

/** What the time machine and a rule's trial will ask. */
export async function pastQuestions(store: Store, ids: readonly number[], end: number): Promise<void> {
  const thousand = Array.from({ length: 1000 }, (_, i) => ids[i % ids.length] ?? 0);
  const began = performance.now();
  await latestAt(store, end - 100 * DAY - 12_345, thousand);
  line("newest of 1,000 streams at an instant", ms(performance.now() - began), "100 days ago");
  const replayed = performance.now();
  let readings = 0;
  for await (const batch of replayReadings(store, ids.slice(0, 250), end - 30 * DAY, end)) readings += batch.count;
  line("30 days of 250 gauges in order of time", ms(performance.now() - replayed), `${count(readings)} readings`);
  const minutely = performance.now();
  let more = 0;
  for await (const batch of replayReadings(store, ids.slice(-36), end - 30 * DAY, end)) more += batch.count;
  line("30 days of 35 streams a minute and the dense one", ms(performance.now() - minutely), `${count(more)} readings`);
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** Memory of what is not packed yet, for 10,000 streams that spoke 36 times (six hours of every ten minutes). */
export function tailMemory(): void {
  const used = () => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const tails = new Tails();
  tails.loadedTo = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 36; k++) for (let stream = 0; stream < 10_000; stream++) tails.push(k * 600_000, stream, k);
  line(
    "memory of 10,000 streams, six hours unpacked",
    `${((used() - before) / 2 ** 20).toFixed(0)} MB`,
    `${count(tails.total)} readings`,
  );
}
