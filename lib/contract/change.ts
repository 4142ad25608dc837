import type { Delta } from "./live";
import type { Rule } from "./rule";

/** What a verb changed, told after its transaction: screens get the objects, the judge gets the rules. Objects are whole. */
export type Change = Omit<
  Delta,
  "cursor" | "now" | "values" | "states" | "links" | "storage" | "health" | "summary"
> & {
  rules?: Rule[];
  /** Whose rights changed: their open lines are asked again who they are. */
  people?: string[];
};
