import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ModelFile } from "../analyze/forecast/model-file";

// by the folder that the city runs in: bundled into one file (bin/bundle.mjs) a module does not stand where it was written
export const SHIPPED = resolve("lib/training/models/jamsu.json");

/** The model of the Jamsu bridge that comes with the product: derived figures, see docs/decisions/021. */
export function shippedModel(): ModelFile {
  return JSON.parse(readFileSync(SHIPPED, "utf8")) as ModelFile;
}
