import { z } from "zod";
import { TravelLaw } from "./travel-law";

/** Whence a travel time comes: the roads of a routing server, or a straight line with a factor and the law of travel times. */
export const TravelBy = z.enum(["road", "straight"]);
export type TravelBy = z.infer<typeof TravelBy>;

/** Who says where a unit is: its own position; the scene at which its crew said last that it was; or nobody, and it is taken to return to its station. */
export const KnownBy = z.enum(["position", "scene", "station"]);
export type KnownBy = z.infer<typeof KnownBy>;

/** Why a unit stands where it stands in the list. likely-nearest: the first, but nobody sees that it is there. */
export const UnitReason = z.enum([
  "nearest",
  "likely-nearest",
  "free",
  "other-work",
  "unsure-place",
  "busy-nearer",
  "busy",
]);
export type UnitReason = z.infer<typeof UnitReason>;

/** One unit that could be asked to go to an incident, in the order to ask them. */
export const UnitChoice = z.object({
  unitId: z.string(),
  /** Seconds from being asked to standing at the place: turnout and drive, from where it is taken to be. */
  travelS: z.number(),
  /** Of these, seconds until it rolls. */
  turnoutS: z.number(),
  by: TravelBy,
  /** Metres, as the crow flies, from where it is taken to be. */
  distanceM: z.number(),
  free: z.boolean(),
  /** Its type is made for the hazard. */
  fits: z.boolean(),
  place: z.enum(["fresh", "late", "stale"]).describe("how old its position is; stale: nobody knows that it is there"),
  knownBy: KnownBy,
  /** When it was last known to be somewhere, UTC ms. */
  knownAt: z.number(),
  /** How far it may have come since, m; 0 where its position is fresh, or its station says where it goes. */
  unsureM: z.number(),
  reason: UnitReason,
});
export type UnitChoice = z.infer<typeof UnitChoice>;

export const UnitChoices = z.object({
  choices: z.array(UnitChoice),
  /** Why roads were not asked although the city has a routing server; null: they were, or it has none. */
  fellBack: z.string().nullable(),
  /** By what the times were reckoned, each number with its source. */
  law: TravelLaw,
});
export type UnitChoices = z.infer<typeof UnitChoices>;
