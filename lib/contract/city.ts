import { z } from "zod";
import { Ms, Words } from "./common";
import { Hazard, Level } from "./level";
import { Official } from "./official";
import { Storage } from "./storage";

/** What kind of city this is, for the marks on every page. */
export const CityInfo = z.object({
  /** "live", or "exercise": its clock follows a recording and nothing leaves the house. */
  mode: z.enum(["live", "exercise"]),
  /** True where devices are simulated (the demo city). */
  demo: z.boolean(),
  now: Ms,
  /** How fast the city's clock runs against the wall's: 1, or an exercise's speed. */
  speed: z.number(),
  timeZone: z.string(),
  mapStyleUrl: z.string().nullable(),
});
export type CityInfo = z.infer<typeof CityInfo>;

/**
 * What a person should look after: `storage`: nothing can be stored; `commit`: the last commit failed for another reason;
 * `queue`: devices are told `busy`; `slow-disk`: a commit took over half a second within the last minute; `low-disk`: under
 * 10 % (2 GiB at most) is free; `log-held`: another program's open read keeps the write-ahead log growing.
 */
export const Concern = z.enum(["storage", "commit", "queue", "slow-disk", "low-disk", "log-held"]);
export type Concern = z.infer<typeof Concern>;

export const Health = z.object({
  /** `ok`: nothing to look after. `degraded`: the city runs, and `concerns` says what a person should look after. */
  status: z.enum(["ok", "degraded"]),
  /** `unavailable`: what devices send now is not stored; `storage` says why and since when. */
  database: z.enum(["ok", "unavailable"]),
  storage: Storage,
  concerns: z.array(Concern),
  ingest: z.object({
    queue: z.number().int(),
    lagMs: z.number(),
    accepted: z.number(),
    refused: z.number(),
    duplicates: z.number(),
  }),
  devices: z.object({
    total: z.number().int(),
    fresh: z.number().int(),
    late: z.number().int(),
    offline: z.number().int(),
    never: z.number().int(),
  }),
  screens: z.number().int(),
  uptimeMs: z.number(),
});
export type Health = z.infer<typeof Health>;

/** One danger that citizens may know of, placed to the district, not to the metre. */
export const PublicAlert = z.object({
  id: z.string(),
  hazard: Hazard,
  level: Level,
  title: Words,
  advice: Words,
  place: z.string(),
  /** Rounded to about 500 m. */
  lat: z.number(),
  lon: z.number(),
  since: Ms,
  clearedAt: Ms.nullable(),
  simulated: z.boolean(),
});
export type PublicAlert = z.infer<typeof PublicAlert>;

export const PublicSummary = z.object({
  city: CityInfo,
  /** Highest level among what is published and not cleared; 0: none. */
  level: z.union([z.literal(0), Level]),
  /** False where too few devices speak to say that there is no danger. */
  sure: z.boolean(),
  alerts: z.array(PublicAlert),
  /** Published alerts that ended within the last 6 hours. */
  ended: z.array(PublicAlert),
  /** Since when the city cannot store what its sensors send; null while it can. */
  cannotStoreSince: Ms.nullable(),
  /** Newest reading of any device, event time; null before the first. */
  dataAt: Ms.nullable(),
  devices: z.object({ total: z.number().int(), fresh: z.number().int() }),
  /** What the authorities say, apart from what this city measures. */
  official: Official,
  /** What the city watches: kind and how many. */
  watches: z.array(z.object({ kind: z.string(), label: Words, count: z.number().int() })),
});
export type PublicSummary = z.infer<typeof PublicSummary>;
