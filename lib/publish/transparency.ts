import { KST_OFFSET_MS } from "../base/clock";
import type { Localized } from "../base/localized";
import type { Agency } from "../contract/agency";
import type { CityInfo } from "../contract/city";
import type { Zone } from "../contract/device";
import type { Hazard } from "../contract/level";
import {
  type CameraSign,
  type KeyCount,
  type MonthCount,
  type PrivacyContact,
  PublicPurpose,
  STRANGER,
  type Transparency,
  type ViewCount,
} from "../contract/privacy";
import type { Rule } from "../contract/rule";
import { KEEP, type Keep } from "../kinds/keep";
import type { Kind } from "../kinds/kind";

/** A device in service, as far as it counts here. */
export type Watcher = { id: string; kind: Kind; zone: string; simulated: boolean };
type Monthly = KeyCount & { month: string };
export type TransparencyFacts = {
  city: CityInfo;
  watchers: readonly Watcher[];
  zones: readonly Zone[];
  rules: readonly Rule[];
  agencies: readonly Agency[];
  /** Months with views or refused tries, newest first, and the same by purpose and by agency. */
  months: readonly MonthCount[];
  purposes: readonly Monthly[];
  byAgency: readonly Monthly[];
  contact: PrivacyContact | null;
  /** Pictures that are kept as evidence now. */
  kept: number;
  /** What the sign of a camera says, by the device's id. */
  signs: ReadonlyMap<string, CameraSign>;
};

/** What everybody may know of what the city watches: kinds and counts as they are, totals of views; no person, no single camera. */
export function transparencyOf(facts: TransparencyFacts): Transparency {
  const { city, watchers, zones, contact } = facts;
  const purposeOf = new Map(zones.map((z) => [z.id, z.purpose]));
  const cameras = tally(
    watchers.filter((w) => w.kind.cameraStatus),
    (w) => purposeOf.get(w.zone) ?? "other",
  );
  return {
    city,
    watches: watchesOf(facts),
    cameras: [...cameras].map(([purpose, count]) => ({ purpose, count })).sort((a, b) => b.count - a.count),
    signs: signsOf(facts),
    months: facts.months.map((month) => ({ ...month, purposes: purposesOf(facts.purposes, month.month) })),
    agencies: agenciesOf(facts),
    kept: facts.kept,
    contact,
  };
}

/** How many months back the public totals go. */
export const PUBLIC_MONTHS = 12;

/** The first of the months, YYYY-MM, that the public totals tell of at `now`. */
export function firstPublicMonth(now: number): string {
  const today = new Date(now + KST_OFFSET_MS);
  const first = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - (PUBLIC_MONTHS - 1), 1);
  return new Date(first).toISOString().slice(0, 7);
}

function watchesOf({ watchers, rules }: TransparencyFacts): Transparency["watches"] {
  const kinds = [...new Set(watchers.map((w) => w.kind))];
  const all = kinds.map((kind) => [kind, watchers.filter((w) => w.kind === kind)] as const);
  return all.map(([kind, of]) => ({
    kind: kind.id,
    label: kind.label,
    camera: kind.cameraStatus !== undefined,
    count: of.length,
    simulated: of.filter((w) => w.simulated).length,
    measures: kind.streams.map((s) => s.label),
    hazards: hazardsOf(kind, of, rules),
    kept: longest(kind),
  }));
}

function hazardsOf(kind: Kind, of: readonly Watcher[], rules: readonly Rule[]): Hazard[] {
  const streams = new Set(kind.streams.map((s) => s.name));
  const looks = (rule: Rule) =>
    rule.enabled && (rule.stream === "" || streams.has(rule.stream)) && of.some((w) => covers(rule, w));
  return [...new Set(rules.filter(looks).map((rule) => rule.hazard))].sort();
}

function covers({ scope }: Rule, { id, kind, zone }: Watcher): boolean {
  return (
    (scope.kind ?? kind.id) === kind.id &&
    (scope.device ?? id) === id &&
    (scope.zone === undefined || scope.zone === zone)
  );
}

function longest({ streams }: Kind): Keep {
  const keeps = streams.map((s) => s.keep ?? KEEP);
  const most = (of: keyof Keep) => Math.max(0, ...keeps.map((k) => k[of]));
  return { readings: most("readings"), minutes: most("minutes"), hours: most("hours") };
}

function signsOf({ watchers, signs }: TransparencyFacts): Transparency["signs"] {
  const said = watchers.flatMap(({ id }) => signs.get(id) ?? []);
  const same = tally(said, ({ purpose, legalBasis, contact, retentionDays }) =>
    JSON.stringify({ purpose, legalBasis, contact, retentionDays }),
  );
  return [...same]
    .map(([sign, count]) => ({ ...(JSON.parse(sign) as CameraSign), count }))
    .sort((a, b) => b.count - a.count);
}

/** What is no purpose of ours may be anybody's words: it is counted, and not repeated in public. */
function purposesOf(all: readonly Monthly[], month: string) {
  const sums = sumBy(
    all.filter((p) => p.month === month),
    (p) => PublicPurpose.safeParse(p.key).data ?? "other",
  );
  return [...sums].map(([purpose, count]) => ({ purpose, ...count })).sort((a, b) => b.views - a.views);
}

/** In public, of the agencies that the city has not got any more, and of those who are none. */
const UNNAMED: Record<string, Localized | null> = {
  "": null,
  [STRANGER]: { ko: "로그인하지 않은 사람", en: "Somebody who had not signed in" },
};
const GONE: Localized = { ko: "없어진 기관", en: "Agencies that are no more" };

function agenciesOf({ byAgency, agencies }: TransparencyFacts): Transparency["agencies"] {
  const names = new Map<string, Localized | null>(Object.entries(UNNAMED));
  for (const { id, name } of agencies) names.set(id, name);
  const sums = sumBy(byAgency, ({ key }) => {
    const name = names.get(key);
    return name === undefined ? GONE : name;
  });
  return [...sums].map(([name, count]) => ({ name, ...count })).sort((a, b) => b.views - a.views);
}

function tally<T, K>(of: readonly T[], key: (one: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const one of of) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
}

function sumBy<T extends ViewCount, K>(of: readonly T[], key: (one: T) => K): Map<K, ViewCount> {
  const sums = new Map<K, ViewCount>();
  for (const one of of) {
    const { views, refused, seconds } = sums.get(key(one)) ?? { views: 0, refused: 0, seconds: 0 };
    sums.set(key(one), { views: views + one.views, refused: refused + one.refused, seconds: seconds + one.seconds });
  }
  return sums;
}
