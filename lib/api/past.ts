import { Failure } from "../base/failure";
import { describeKind } from "../contract/kind";
import { MOST_FRAMES } from "../contract/past";
import { listStations } from "../store/agency/list-agencies";
import { firstTold, toldAt, toldBetween } from "../store/past/told-at";
import { doubtsAfter } from "../store/reading/doubts-after";
import { latestAt } from "../store/reading/latest-at";
import { type Batch, replayReadings } from "../store/reading/replay-readings";
import { listStreams } from "../store/stream/list-streams";
import type { Handlers } from "./asked";
import type { ApiContext } from "./context";
import { cityOf } from "./past-city";
import { believedPlaces } from "./past-doubts";
import { halvesOf, Places } from "./past-moves";
import { PastSteps } from "./past-steps";

type Names = "getCityAt" | "getCityChanges";

/** What one answer carries at most, so that an hour of a large city does not hold up the present. */
const MOST_READINGS = 200_000;
const MOST_TOLD = 5000;

/** The city as it was: what the screens were told, and the readings of then. */
export function pastHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { store, clock, kinds, view, past } = context;
  // where nothing can be stored the last of what was told is missing, and the desk says that nothing is stored
  const flushed = () =>
    past.flush().catch((err: unknown) => context.log.warn({ err }, "the newest past is not stored"));
  const checkPassed = (t: number) => {
    if (t > clock.now()) throw new Failure("invalid", "That moment has not come yet. Ask for one that has passed.");
  };
  return {
    getCityAt: async ({ query: { t } }) => {
      checkPassed(t);
      await flushed();
      const values = await latestAt(store, t);
      const streams = listStreams(store);
      const places = await believedPlaces(store, values, halvesOf(view.devices(), streams, kinds));
      const city = cityOf({ told: await toldAt(store, t), values, places, streams, kinds });
      return {
        at: t,
        knownFrom: firstTold(store),
        cursor: "",
        city: { ...view.city(), now: t },
        me: null,
        kinds: [...kinds.values()].map(describeKind),
        stations: await listStations(store),
        ...city,
        health: null,
        summary: null,
        feeds: [],
      };
    },
    getCityChanges: async ({ query: { from, to, stepMs } }) => {
      checkPassed(to);
      if (from > to || (to - from) / stepMs > MOST_FRAMES) throw tooLong;
      await flushed();
      const streams = listStreams(store);
      const halves = halvesOf(view.devices(), streams, kinds);
      const doubts = await doubtsAfter(store, [...halves.keys()], from);
      const places = new Places(halves, new Set(doubts.map((it) => `${it.stream} ${it.at}`)));
      const steps = new PastSteps({ from, to, stepMs, streams, places });
      const told = toldBetween(store, from, to, MOST_TOLD);
      if (told.length > MOST_TOLD) steps.cutAfter(told.at(-1)?.at ?? to);
      for (const row of told) steps.tell(row);
      await readInto(steps, replayReadings(store, [...streams.keys()], from + 1, steps.to));
      return { from, to: steps.to, frames: steps.frames() };
    },
  };
}

/** Until everything was read, or one answer carries no more. */
async function readInto(steps: PastSteps, batches: AsyncIterable<Batch>): Promise<void> {
  let count = 0;
  for await (const batch of batches) {
    count += batch.count;
    for (let i = 0; i < batch.count; i++) steps.value(batch.at[i] ?? 0, batch.stream[i] ?? 0, batch.value[i] ?? 0);
    if (count < MOST_READINGS) continue;
    // others of its instant may come with the next batch
    steps.cutAfter((batch.at[batch.count - 1] ?? 0) - 1);
    return;
  }
}

const tooLong = new Failure(
  "invalid",
  `\`from\` lies before \`to\`, and at most ${MOST_FRAMES} steps of \`stepMs\` between them. Ask for less.`,
);
