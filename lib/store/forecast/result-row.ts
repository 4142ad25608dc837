import type { ForecastResult } from "../../contract/forecast";
import { big } from "../time";

/** What became of a forecast, as it is stored. */
export function resultRow({ by, at, ...own }: ForecastResult) {
  return { ...own, model: by.id, trainedAt: by.trainedAt === null ? null : big(by.trainedAt), at: big(at) };
}
