import { highest, type Table } from "../analyze/forecast/table";

/** The shares of history that lie above the levels on which decisions are tuned: a handful, so that no one flood decides. */
const SHARES = [0.015, 0.01, 0.007, 0.005, 0.0035, 0.0025, 0.0017];

/** Levels of high water in this history, in its unit. */
export function tuningLevels(table: Table): number[] {
  return SHARES.map((share) => highest(table.level, share));
}
