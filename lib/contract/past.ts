import { z } from "zod";
import { Agency } from "./agency";
import { Alert } from "./alert";
import { CityInfo } from "./city";
import { Ms } from "./common";
import { Device, LinkState, StreamState, Zone } from "./device";
import { Incident, Station, Unit } from "./incident";
import { KindInfo } from "./kind";
import { Feed, OfficialWarning } from "./official";
import { Storage } from "./storage";

/**
 * What is kept of what the screens were told, each thing by itself. `link`: the line of a device; `state`: of a stream that is
 * not fresh, named "device stream"; `warnings` and `storage` are one thing each, named "".
 */
export const pastNouns = [
  "alert",
  "incident",
  "unit",
  "device",
  "zone",
  "agency",
  "link",
  "state",
  "warnings",
  "storage",
] as const;
export type PastNoun = (typeof pastNouns)[number];

/** A thing as the screens were told of it: JSON; null: it is gone. `at` is the city's clock, UTC ms; `seq` their order. */
export type ToldRow = { seq: number; at: number; noun: PastNoun; thing: string; body: string | null };
/** Which rows were in force after row `seq`. */
export type ToldFrame = { seq: number; at: number; rows: readonly number[] };

/** The city at a past moment, in the shape of a live snapshot. What is not kept is empty: who looks, health, summary, feeds. */
export const PastCity = z.object({
  at: Ms,
  /** From when on the city knows what its screens were told; null: it does not yet. Readings may be older. */
  knownFrom: Ms.nullable(),
  cursor: z.literal(""),
  city: CityInfo,
  me: z.null(),
  kinds: z.array(KindInfo),
  devices: z.array(Device).describe("`lastSeenAt` is the newest reading; `status` is not kept"),
  zones: z.array(Zone),
  alerts: z.array(Alert),
  incidents: z.array(Incident),
  agencies: z.array(Agency),
  stations: z.array(Station),
  units: z.array(Unit),
  storage: Storage,
  health: z.null(),
  summary: z.null(),
  warnings: z.array(OfficialWarning),
  feeds: z.array(Feed),
});
export type PastCity = z.infer<typeof PastCity>;

/**
 * What changed up to `now`, much as a live delta has it. But a stream's state is told apart from its values and stays as it was,
 * and a device comes without what changes with its readings: no `latest`, `link` never.
 */
export const PastDelta = z.object({
  cursor: z.literal(""),
  now: Ms,
  values: z.array(z.tuple([z.string(), z.string(), Ms, z.number()])).optional(),
  states: z.array(z.tuple([z.string(), z.string(), StreamState])).optional(),
  links: z.array(z.object({ id: z.string(), link: LinkState })).optional(),
  devices: z.array(Device).optional(),
  devicesGone: z.array(z.string()).optional(),
  zones: z.array(Zone).optional(),
  zonesGone: z.array(z.string()).optional(),
  alerts: z.array(Alert).optional(),
  incidents: z.array(Incident).optional(),
  units: z.array(Unit).optional(),
  moves: z.array(z.tuple([z.string(), Ms, z.number(), z.number()])).optional(),
  agencies: z.array(Agency).optional(),
  warnings: z.array(OfficialWarning).optional(),
  storage: Storage.optional(),
});
export type PastDelta = z.infer<typeof PastDelta>;

/** Steps in one answer. */
export const MOST_FRAMES = 600;
export const PastChanges = z.object({
  from: Ms,
  /** Up to here the answer is whole: earlier than asked for where that was more than one answer carries. */
  to: Ms,
  frames: z.array(PastDelta),
});
export type PastChanges = z.infer<typeof PastChanges>;
