import { DAY } from "../base/clock";
import type { OfficialWarning } from "../contract/official";
import { type Get, getJson } from "./get-json";
import { announcementsOf, itemsOf } from "./kma";
import { afterAnnouncements, afterStatus, type InCity } from "./kma-standing";
import { standingOf } from "./kma-status";
import { dayOf, timeOf } from "./korean-time";

export type KmaSource = { base: string; key: string; area: string; get: Get };

/** The service gives what was announced within about a week. */
const LOOK_BACK_MS = 6 * DAY;
const PAGE = 500;
const MOST_PAGES = 10;
/** A lifted warning stays on the screens for this long. */
export const LIFTED_KEPT_MS = DAY;

/** The warnings for the area after one round of asking, `known` being those before. Throws Failure as getJson does. */
export async function askKma(
  source: KmaSource,
  known: readonly OfficialWarning[],
  now: number,
): Promise<OfficialWarning[]> {
  const inCity: InCity = (name) => name.includes(source.area);
  const items = await announced(source, now);
  const announcements = announcementsOf(items).announcements;
  const [status] = itemsOf(
    await getJson(source.get, addressOf(source, "getPwnStatus", { pageNo: 1, numOfRows: 1 })),
  ).items;
  const { t6, tmFc } = (status ?? {}) as { t6?: unknown; tmFc?: unknown };
  const standing = standingOf(String(t6 ?? ""));
  const after = afterAnnouncements(known, announcements, inCity);
  const held = standing ? afterStatus(after, standing, inCity, timeOf(String(tmFc ?? "")) ?? now) : after;
  return held.filter((w) => w.liftedAt === null || w.liftedAt > now - LIFTED_KEPT_MS);
}

async function announced(source: KmaSource, now: number): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let pageNo = 1; pageNo <= MOST_PAGES; pageNo++) {
    const days = { fromTmFc: dayOf(now - LOOK_BACK_MS), toTmFc: dayOf(now) };
    const { items, total } = itemsOf(
      await getJson(source.get, addressOf(source, "getPwnCd", { ...days, pageNo, numOfRows: PAGE })),
    );
    all.push(...items);
    if (items.length === 0 || all.length >= total) break;
  }
  return all;
}

/** Keys of the portal come percent-encoded or not: decoded once, they are encoded once. */
function addressOf({ base, key }: KmaSource, operation: string, query: Record<string, string | number>): string {
  const all = { dataType: "JSON", ...query };
  const search = new URLSearchParams(Object.entries(all).map(([k, v]) => [k, String(v)]));
  return `${base}/${operation}?serviceKey=${encodeURIComponent(decoded(key))}&${search}`;
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
