import { z } from "zod";

/** Whence a travel time comes: the roads of a routing server, or a straight line with a factor and the type's usual speed. */
export const TravelBy = z.enum(["road", "straight"]);
export type TravelBy = z.infer<typeof TravelBy>;

/** Why a unit stands where it stands in the list. */
export const UnitReason = z.enum(["nearest", "free", "other-work", "unsure-place", "busy-nearer", "busy"]);
export type UnitReason = z.infer<typeof UnitReason>;

/** One unit that could be asked to go to an incident, in the order to ask them. */
export const UnitChoice = z.object({
  unitId: z.string(),
  /** Seconds to the place, from where it was last. */
  travelS: z.number(),
  by: TravelBy,
  /** Metres, as the crow flies. */
  distanceM: z.number(),
  free: z.boolean(),
  /** Its type is made for the hazard. */
  fits: z.boolean(),
  place: z.enum(["fresh", "late", "stale"]).describe("how old its position is; stale: nobody knows that it is there"),
  reason: UnitReason,
});
export type UnitChoice = z.infer<typeof UnitChoice>;

export const UnitChoices = z.object({
  choices: z.array(UnitChoice),
  /** Why roads were not asked although the city has a routing server; null: they were, or it has none. */
  fellBack: z.string().nullable(),
});
export type UnitChoices = z.infer<typeof UnitChoices>;
