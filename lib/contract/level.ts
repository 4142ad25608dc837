import { z } from "zod";
import type { Localized } from "../base/localized";

/** Korea's four crisis levels, 1 to 4. */
export const levels = [1, 2, 3, 4] as const;
export const Level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Level = z.infer<typeof Level>;

export const levelNames: Record<Level, Localized> = {
  1: { ko: "관심", en: "Attention" },
  2: { ko: "주의", en: "Caution" },
  3: { ko: "경계", en: "Warning" },
  4: { ko: "심각", en: "Serious" },
};

/** What an alert is about; the public's advice and the map's symbol follow from it. */
export const Hazard = z.enum(["flood", "rain", "heat", "cold", "camera", "equipment", "other"]);
export type Hazard = z.infer<typeof Hazard>;

export const hazardNames: Record<Hazard, Localized> = {
  flood: { ko: "침수", en: "Flood" },
  rain: { ko: "호우", en: "Heavy rain" },
  heat: { ko: "더위", en: "Heat" },
  cold: { ko: "추위", en: "Cold" },
  camera: { ko: "카메라", en: "Camera" },
  equipment: { ko: "장비", en: "Equipment" },
  other: { ko: "기타", en: "Other" },
};
