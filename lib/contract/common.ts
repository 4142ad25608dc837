import { z } from "zod";

/** Names of devices, zones, rules, agencies: what a person may type and a URL may carry. */
export const Slug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, "letters, digits, dot, dash and underscore only");
export const Id = z.string().min(1).max(80);
/** UTC milliseconds. */
export const Ms = z.number().int();
export const Lat = z.number().min(-90).max(90);
export const Lon = z.number().min(-180).max(180);
export const Words = z.object({ ko: z.string().min(1).max(500), en: z.string().min(1).max(500) });
export const Text = z.string().trim().max(2000);

/** The answer of every refusal. */
export const Refusal = z.object({ code: z.string(), message: z.string(), detail: z.unknown().optional() });
export type Refusal = z.infer<typeof Refusal>;
