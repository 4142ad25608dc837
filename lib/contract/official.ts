import { z } from "zod";
import type { Localized } from "../base/localized";
import { Ms } from "./common";

/** What the Korea Meteorological Administration warns of (warnVar of WthrWrnInfoService/getPwnCd, data.go.kr 15000415). */
export const WarningKind = z.enum([
  "strong-wind",
  "heavy-rain",
  "cold-wave",
  "dry",
  "storm-surge",
  "high-seas",
  "typhoon",
  "heavy-snow",
  "yellow-dust",
  "heat-wave",
  "tropical-night",
]);
export type WarningKind = z.infer<typeof WarningKind>;

/** advisory 주의보, warning 경보, grave 중대경보 (since 2026; final wording unverified). */
export const WarningDegree = z.enum(["advisory", "warning", "grave"]);
export type WarningDegree = z.infer<typeof WarningDegree>;

/** A warning of an authority, never of this city: shown as official, apart from our own alerts. */
export const OfficialWarning = z.object({
  /** Issuer, area and kind: one of them stands at a time. */
  id: z.string(),
  issuer: z.literal("kma"),
  kind: WarningKind,
  degree: WarningDegree,
  /** The area as the issuer names it. */
  area: z.string(),
  /** null: the issuer says that it stands, and not since when. */
  issuedAt: Ms.nullable(),
  effectiveAt: Ms.nullable(),
  /** When the issuer expects it to end. */
  endsAt: Ms.nullable(),
  liftedAt: Ms.nullable(),
});
export type OfficialWarning = z.infer<typeof OfficialWarning>;

export const FeedId = z.enum(["kma-warnings", "hrfco-levels"]);
export type FeedId = z.infer<typeof FeedId>;

/** off: no key is set; never: not answered yet; late: one answer is missing; stale: what it said may have changed since. */
export type FeedAge = "off" | "never" | "fresh" | "late" | "stale";

export const Feed = z.object({
  id: FeedId,
  /** False where no key is set: nobody is asked. */
  configured: z.boolean(),
  everyMs: z.number(),
  succeededAt: Ms.nullable(),
  triedAt: Ms.nullable(),
  nextTryAt: Ms.nullable(),
  /** Why the last try failed; null where it did not. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** Tries that failed since the last success. */
  failures: z.number().int(),
});
export type Feed = z.infer<typeof Feed>;

/** What the authorities say, and how well they are heard. */
export const Official = z.object({ warnings: z.array(OfficialWarning), feeds: z.array(Feed) });
export type Official = z.infer<typeof Official>;

/** In rounds of asking: one that is missed can happen, four cannot be explained away. */
const LATE_AFTER = 1.5;
const STALE_AFTER = 4;

/** How old what a feed said is; `now` in UTC ms of the city's clock. */
export function feedAge({ configured, succeededAt, everyMs }: Feed, now: number): FeedAge {
  if (!configured) return "off";
  if (succeededAt === null) return "never";
  const rounds = (now - succeededAt) / everyMs;
  if (rounds <= LATE_AFTER) return "fresh";
  return rounds <= STALE_AFTER ? "late" : "stale";
}

export const warningKindNames: Record<WarningKind, Localized> = {
  "strong-wind": { ko: "강풍", en: "Strong wind" },
  "heavy-rain": { ko: "호우", en: "Heavy rain" },
  "cold-wave": { ko: "한파", en: "Cold wave" },
  dry: { ko: "건조", en: "Dry weather" },
  "storm-surge": { ko: "폭풍해일", en: "Storm surge" },
  "high-seas": { ko: "풍랑", en: "High seas" },
  typhoon: { ko: "태풍", en: "Typhoon" },
  "heavy-snow": { ko: "대설", en: "Heavy snow" },
  "yellow-dust": { ko: "황사", en: "Yellow dust" },
  "heat-wave": { ko: "폭염", en: "Heat wave" },
  "tropical-night": { ko: "열대야", en: "Tropical night" },
};
export const warningDegreeNames: Record<WarningDegree, Localized> = {
  advisory: { ko: "주의보", en: "advisory" },
  warning: { ko: "경보", en: "warning" },
  grave: { ko: "중대경보", en: "grave warning" },
};

/** The warning's name as its issuer writes it: 호우경보, Heavy rain warning. */
export function warningName({ kind, degree }: Pick<OfficialWarning, "kind" | "degree">, locale: "ko" | "en"): string {
  const [what, how] = [warningKindNames[kind][locale], warningDegreeNames[degree][locale]];
  return locale === "ko" ? `${what}${how}` : `${what} ${how}`;
}

/** Those that stand, the graver first, then the newer. */
export function standingWarnings(warnings: readonly OfficialWarning[]): OfficialWarning[] {
  const weight = { grave: 2, warning: 1, advisory: 0 };
  return warnings
    .filter((w) => w.liftedAt === null)
    .sort((a, b) => weight[b.degree] - weight[a.degree] || (b.issuedAt ?? 0) - (a.issuedAt ?? 0));
}

// the areas of Seoul that the administration warns for; any other name stays as it is written
const areaWords: [string, string][] = [
  ["서울특별시", "Seoul"],
  ["서울", "Seoul"],
  ["동남권", " south-east"],
  ["동북권", " north-east"],
  ["서남권", " south-west"],
  ["서북권", " north-west"],
];

/** The area in the reader's language, as far as it is one of Seoul's. */
export function warningArea({ area }: Pick<OfficialWarning, "area">, locale: "ko" | "en"): string {
  if (locale === "ko") return area;
  return areaWords.reduce((said, [ko, en]) => said.replaceAll(ko, en), area).replaceAll("( ", "(");
}
