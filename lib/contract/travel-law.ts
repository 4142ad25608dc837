import { z } from "zod";

/** One number of the law, and whence it comes. */
export const Constant = z.object({
  value: z.number().nonnegative(),
  /** general: published for cities at large; local: measured in one place; house: chosen here, nobody measured it. */
  scope: z.enum(["general", "local", "house"]),
  source: z.string().min(1),
  /** Of the source. */
  date: z.iso.date(),
});
export type Constant = z.infer<typeof Constant>;

/**
 * How long a unit needs to a place: it turns out, then drives. The form is that of Kolesar and Walker, Measuring the Travel
 * Characteristics of New York City's Fire Companies (RAND R-1449, 1974): a square root of the way while it gathers speed, a line after that.
 */
export const TravelLaw = z.object({
  /** A street is so much longer than the straight line. */
  detour: Constant,
  /** Seconds for a kilometre of street at full speed. */
  sPerKm: Constant,
  /** Seconds that starting, stopping and finding the door cost beyond that, on a way that is long enough. */
  startS: Constant,
  /** Seconds from being asked to rolling, of a unit that waits at its station, by type; `other` for any type that is not named. */
  turnoutS: z.record(z.string(), Constant).refine((by) => "other" in by, "names `other` too"),
  /** The same of one that is on the road already. */
  onRoadS: Constant,
  /** Types that do not wait at a station. */
  roam: z.array(z.string()),
  /** How fast a unit without a task goes back to its station when nobody sees where it is, km/h. */
  returnKmh: Constant,
  /** How fast it gets lost when nobody knows where it goes: the radius in which it is likely grows so, km/h … */
  driftKmh: Constant,
  /** … up to this many km. */
  driftMostKm: Constant,
});
export type TravelLaw = z.infer<typeof TravelLaw>;
