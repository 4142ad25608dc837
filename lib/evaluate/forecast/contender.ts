import type { Judged } from "./years";

/** A way to forecast, with what came of it in each year. */
export type Contender = { name: string; judged: readonly Judged[] };
