import { z } from "zod";
import { Failure } from "../base/failure";
import type { Level } from "../contract/level";
import { timeOf } from "./korean-time";

/** A gauge of the Han River Flood Control Office: metres above its own zero, which is not sea level (`datum`, m above sea level). */
export type GaugeStation = {
  code: string;
  name: string;
  lat: number;
  lon: number;
  datum: number | null;
  /** Its own levels, as far as they are given: 관심 attwl, 주의보 wrnwl, 경보 almwl, 심각 srswl. */
  levels: { level: Level; metres: number }[];
};
export type GaugeReading = { at: number; value: number };

const text = z.union([z.string(), z.number()]).transform((v) => String(v).trim());
const Content = z.object({ content: z.array(z.record(z.string(), z.unknown())) });
const Station = z.object({
  wlobscd: text,
  obsnm: text,
  lat: text,
  lon: text,
  gdt: text.optional(),
  attwl: text.optional(),
  wrnwl: text.optional(),
  almwl: text.optional(),
  srswl: text.optional(),
});
const fields = ["attwl", "wrnwl", "almwl", "srswl"] as const;
const PROBABLE_M = 100;

/** Stations of waterlevel/info.json. One without a place is left out. Throws Failure `bad-request` where the form is another. */
export function stationsOf(answer: unknown): GaugeStation[] {
  return rowsOf(answer)
    .map((row) => Station.safeParse(row))
    .filter((parsed) => parsed.success)
    .map(({ data }) => ({ data, lat: degreesOf(data.lat), lon: degreesOf(data.lon) }))
    .filter(({ lat, lon }) => !Number.isNaN(lat) && !Number.isNaN(lon))
    .map(({ data, lat, lon }) => ({
      code: data.wlobscd,
      name: data.obsnm,
      lat,
      lon,
      datum: numberOf(data.gdt),
      levels: fields
        .map((field, i) => ({ level: (i + 1) as Level, metres: numberOf(data[field]) ?? 0 }))
        .filter(({ metres }) => metres > 0 && metres < PROBABLE_M),
    }));
}

/** Water levels of waterlevel/list/10M/{code}.json, the oldest first; rows without a level are left out. */
export function readingsOf(answer: unknown, code: string): GaugeReading[] {
  return rowsOf(answer)
    .filter((row) => String(row.wlobscd ?? code).trim() === code)
    .map((row) => ({ at: timeOf(String(row.ymdhm ?? "")) ?? Number.NaN, value: numberOf(row.wl) ?? Number.NaN }))
    .filter(({ at, value }) => !Number.isNaN(at) && Number.isFinite(value))
    .sort((a, b) => a.at - b.at);
}

function rowsOf(answer: unknown): Record<string, unknown>[] {
  const parsed = Content.safeParse(answer);
  if (parsed.success) return parsed.data.content;
  const code = typeof answer === "object" && answer !== null && "code" in answer ? String(answer.code) : "";
  if (code) throw new Failure(code === "010" ? "forbidden" : "busy", `The office answered with code ${code}.`);
  throw new Failure("bad-request", "The answer has another form than the office describes.");
}

/** Blank means missing; a number as text otherwise. */
function numberOf(written: unknown): number | null {
  const given = typeof written === "number" ? written : Number.parseFloat(String(written ?? "").trim() || "NaN");
  return Number.isFinite(given) ? given : null;
}

/** Degrees of "127-00-28" (degrees, minutes, seconds); NaN where it is no such text. */
export function degreesOf(dms: string): number {
  const parts = /^(\d{1,3})-(\d{1,2})-(\d{1,2}(?:\.\d+)?)$/.exec(dms.replaceAll(/\s/g, ""));
  if (!parts) return Number.NaN;
  const [degrees = 0, minutes = 0, seconds = 0] = parts.slice(1).map(Number);
  return degrees + minutes / 60 + seconds / 3600;
}
