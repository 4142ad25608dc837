import { z } from "zod";
import type { Clock } from "../base/clock";
import { Failure } from "../base/failure";
import type { Place } from "../base/geo";

/** Seconds by road from each of the places, null where no road leads; rejects with Failure `busy` where the server does not help. */
export type SecondsTo = (from: readonly Place[], to: Place) => Promise<(number | null)[]>;

type Parts = {
  /** Where OSRM answers, as `http://host:5000`. */
  base: string;
  clock: Clock;
  get?: typeof fetch;
  timeoutMs?: number;
};

/** Of OSRM's table service, https://project-osrm.org/docs/v5.24.0/api/#table-service */
const Table = z.object({ code: z.literal("Ok"), durations: z.array(z.array(z.number().nullable())) });

const TIMEOUT_MS = 1500;
/** A server that did not answer is left alone for so long: no list of units waits for it again and again. */
const REST_MS = 15_000;
/** Roads change slower than traffic is felt. */
const FRESH_MS = 60_000;
/** OSRM's own limit of a table is 100 places by default. */
const AT_ONCE = 99;
const KEPT = 5000;

/** Real roads by an OSRM server of one's own, with a time-out, answers that are kept for a minute, and a rest after a failure. */
export function createRoads({ base, clock, get = fetch, timeoutMs = TIMEOUT_MS }: Parts): SecondsTo {
  const kept = new Map<string, { at: number; seconds: number | null }>();
  let restUntil = Number.NEGATIVE_INFINITY;

  const ask = async (from: readonly Place[], to: Place): Promise<(number | null)[]> => {
    const places = [...from, to].map(({ lat, lon }) => `${lon.toFixed(5)},${lat.toFixed(5)}`).join(";");
    const sources = from.map((_, i) => i).join(";");
    const url = `${base}/table/v1/driving/${places}?sources=${sources}&destinations=${from.length}&annotations=duration`;
    const response = await get(url, { signal: AbortSignal.timeout(timeoutMs) });
    const { durations } = Table.parse(await response.json());
    if (durations.length !== from.length) throw new Error("another number of rows than of places");
    return durations.map(([seconds]) => seconds ?? null);
  };

  const fill = async (unknown: readonly Place[], to: Place): Promise<void> => {
    const now = clock.now();
    if (now < restUntil) throw new Failure("busy", "The routing server did not answer a moment ago.");
    for (let i = 0; i < unknown.length; i += AT_ONCE) {
      const part = unknown.slice(i, i + AT_ONCE);
      const answered = await ask(part, to).catch((cause: unknown) => {
        restUntil = clock.now() + REST_MS;
        throw new Failure("busy", "The routing server does not answer with a table. Check OSRM_URL.", cause);
      });
      for (const [n, from] of part.entries()) kept.set(keyOf(from, to), { at: now, seconds: answered[n] ?? null });
    }
    for (const key of kept.keys()) if (kept.size > KEPT) kept.delete(key);
  };

  return async (from, to) => {
    const known = (place: Place) => {
      const answer = kept.get(keyOf(place, to));
      return answer && clock.now() - answer.at < FRESH_MS ? answer : undefined;
    };
    const unknown = from.filter((place) => !known(place));
    if (unknown.length > 0) await fill(unknown, to);
    return from.map((place) => kept.get(keyOf(place, to))?.seconds ?? null);
  };
}

/** Some ten metres are the same place. */
function keyOf(from: Place, to: Place): string {
  return [from.lat, from.lon, to.lat, to.lon].map((degrees) => degrees.toFixed(4)).join(" ");
}
