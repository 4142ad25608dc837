import { z } from "zod";
import { Ms } from "./common";

/**
 * Whether the city can store. "ok", or why it cannot: `full`: no room on the disk; `read-only`; `locked`: another program
 * holds the database; `failing`: the disk gives errors; `moved`: the file is not where it was; `corrupt`: the database is
 * damaged. The first four end by themselves when the disk is well, the last two by a new start.
 */
export const StorageState = z.enum(["ok", "full", "read-only", "locked", "failing", "moved", "corrupt"]);
export type StorageState = z.infer<typeof StorageState>;

export const Storage = z.object({
  state: StorageState,
  /** Since when it cannot store, by the city's clock; null while it can. */
  since: Ms.nullable(),
});
export type Storage = z.infer<typeof Storage>;
