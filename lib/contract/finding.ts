import { z } from "zod";

/** What a person found: the danger was there, or it was not. */
export const AlertFinding = z.enum(["confirmed", "false"]);
export type AlertFinding = z.infer<typeof AlertFinding>;
