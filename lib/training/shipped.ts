import { readFileSync } from "node:fs";
import type { ModelFile } from "../analyze/forecast/model-file";

export const SHIPPED = new URL("./models/jamsu.json", import.meta.url);

/** The model of the Jamsu bridge that comes with the product: derived figures, see docs/decisions/021. */
export function shippedModel(): ModelFile {
  return JSON.parse(readFileSync(SHIPPED, "utf8")) as ModelFile;
}
