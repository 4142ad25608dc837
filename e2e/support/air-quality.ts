import { MINUTE } from "../../lib/base/clock";
import { defineKind } from "../../lib/kinds/kind";

/** The kind of the test: one file, and no stage knows it. */
export const airQuality = defineKind({
  id: "air-quality",
  label: { ko: "대기질 측정기", en: "Air quality box" },
  icon: "M3 9h11a3 3 0 1 0-3-3M3 13h15a3 3 0 1 1-3 3M3 17h7",
  streams: [
    {
      name: "pm25",
      label: { ko: "초미세먼지", en: "Fine dust" },
      unit: "µg/m³",
      ucum: "ug/m3",
      min: 0,
      max: 1000,
      digits: 0,
      chart: "line",
    },
  ],
  main: "pm25",
  keepAliveMs: 10 * MINUTE,
});
