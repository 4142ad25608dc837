import type { z } from "zod";
import { Failure } from "../base/failure";

/** The checked value, or Failure `invalid` with every fault in one sentence. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Failure("invalid", result.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; "));
}
