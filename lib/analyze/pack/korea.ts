import { dayRules } from "./days";
import { equipmentRules } from "./equipment";
import { jamsuRules } from "./jamsu";
import type { PackRule } from "./pack-rule";
import { rainRules } from "./rain";
import { roadRules } from "./roads";
import { weatherRules } from "./weather";

/** The rules that a city in Korea starts with. Each carries its source and date; the admin may change any of them. */
export const koreaPack: PackRule[] = [
  ...jamsuRules,
  ...roadRules,
  ...rainRules,
  ...weatherRules,
  ...dayRules,
  ...equipmentRules,
];
