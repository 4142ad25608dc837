import { z } from "zod";
import { Health } from "./city";
import { Ms } from "./common";

const Count = z.number().int();
/** Times are the house's wall clock, also in an exercise: it is the machine that is looked at. */
const Counted = z.object({ code: z.string(), count: Count });

/** One second of the river: [when it ended, readings accepted, duplicates, readings refused, frames told busy]. */
export const RiverSecond = z.tuple([Ms, Count, Count, Count, Count]);
export type RiverSecond = z.infer<typeof RiverSecond>;

/** Upper bounds of what the middle one and 99 of 100 took, ms; null where there was none, or it took longer than is measured. */
const Took = z.object({ p50Ms: z.number().nullable(), p99Ms: z.number().nullable(), count: Count });

/** How readings flow, for whoever keeps the machine: rates, waits, refusals, the disk and what leaves the house. */
export const River = z.object({
  at: Ms,
  health: Health,
  /** The last five minutes, oldest first. */
  seconds: z.array(RiverSecond),
  /** From a frame's arrival to its answer, over the last minute. */
  lag: Took,
  /** The readings' commits, over the last minute; `slow` took over half a second, since the start. */
  commits: Took.extend({ slow: Count, lastMs: z.number() }),
  /** Since the start: readings refused alone, frames refused whole, and the devices that were refused most. */
  refusedReadings: z.array(Counted),
  refusedFrames: z.array(Counted),
  refusedDevices: z.array(z.object({ deviceId: z.string(), name: z.string(), count: Count })),
  busy: Count,
  disk: z
    .object({ databaseBytes: z.number(), logBytes: z.number(), freeBytes: z.number(), diskBytes: z.number() })
    .nullable(),
  /** Programs that keep SQLite's log growing, and since when. */
  logHold: z.object({ since: Ms, holders: z.array(z.string()) }).nullable(),
  rooms: z.array(
    z.object({
      room: z.string(),
      screens: Count,
      behind: Count,
      waitingBytes: Count,
      resumed: Count,
      snapshots: Count,
    }),
  ),
  /** What waits to leave the house, and what could not. */
  outbox: z.object({ waiting: Count, dead: Count, receivers: Count }),
  history: z.object({ packed: Count, waiting: Count, late: Count }),
  backup: z.object({ at: Ms, bytes: z.number(), rows: Count, file: z.string() }).nullable(),
  /** The last whole check of the database. */
  check: z.object({ at: Ms, tookMs: z.number(), reason: z.string(), faults: z.array(z.string()) }).nullable(),
  memoryBytes: z.number(),
});
export type River = z.infer<typeof River>;
