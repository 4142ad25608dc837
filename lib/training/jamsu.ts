import type { Recipe, StreamName } from "../analyze/forecast/recipe";
import type { Column } from "./wide-csv";

const level = (device: string): StreamName => ({ device, stream: "water-level" });
const dam = (stream: string): StreamName => ({ device: "paldang-dam", stream });
const rain = (name: string): StreamName => ({ device: `rain-${name}`, stream: "rainfall" });

/** What is learnt of what: a recipe, the columns of a wide file that it finds its streams in, and what the score is told of. */
export type TrainingPlan = {
  recipe: Recipe;
  columns: readonly Column[];
  /** Whose data it is. */
  source: string;
  /** Levels at which the score is told, in the unit of the level. */
  levels: readonly number[];
};

/** The level at the Jamsu bridge, of the bridges about it, the dam above it, the rain over it and the tide below it. */
export const jamsuRecipe: Recipe = {
  id: "jamsu",
  target: level("jamsu"),
  inputs: [
    { role: "level", name: "cheongdam", of: level("cheongdam") },
    { role: "level", name: "hangang", of: level("hangang") },
    { role: "level", name: "haengju", of: level("haengju") },
    { role: "flow", name: "outflow", of: dam("outflow") },
    { role: "flow", name: "inflow", of: dam("inflow") },
    { role: "rain", name: "rain", of: [rain("daegok"), rain("jingwan"), rain("songjeong")] },
    { role: "tide", name: "tide", of: { device: "ganghwa", stream: "tide" } },
  ],
};

const FLOW = { least: 0, most: 60_000 };

/** The wide recordings of the Han River Flood Control Office. */
export const jamsuColumns: readonly Column[] = [
  { column: "jamsu_m", stream: "jamsu/water-level" },
  { column: "cheongdam_m", stream: "cheongdam/water-level" },
  { column: "hangang_m", stream: "hangang/water-level" },
  { column: "haengju_m", stream: "haengju/water-level" },
  { column: "paldang_inflow_cms", stream: "paldang-dam/inflow", ...FLOW },
  { column: "paldang_outflow_cms", stream: "paldang-dam/outflow", ...FLOW },
  { column: "tide_ganghwa_cm", stream: "ganghwa/tide" },
  { column: "rain_daegok_mm", stream: "rain-daegok/rainfall" },
  { column: "rain_jingwan_mm", stream: "rain-jingwan/rainfall" },
  { column: "rain_songjeong_mm", stream: "rain-songjeong/rainfall" },
];

export const jamsuPlan: TrainingPlan = {
  recipe: jamsuRecipe,
  columns: jamsuColumns,
  source: "한강홍수통제소 Han River Flood Control Office, 2012–2019, May to October, as public contest data",
  levels: [5.5, 6.2, 6.5],
};
