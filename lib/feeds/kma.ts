import { z } from "zod";
import { Failure } from "../base/failure";
import type { WarningDegree, WarningKind } from "../contract/official";
import { timeOf } from "./korean-time";

/**
 * One line of WthrWrnInfoService/getPwnCd (data.go.kr 15000415): what was announced for one area and one kind. Times in UTC ms,
 * null where the issuer leaves them out or writes 0.
 */
export type Announcement = {
  area: { code: string; name: string };
  kind: WarningKind;
  degree: WarningDegree;
  /** issue: it stands from now on (announced, extended, corrected, changed); lift: it does not stand any more. */
  act: "issue" | "lift";
  issuedAt: number;
  sequence: number;
  effectiveAt: number | null;
  endsAt: number | null;
};

const text = z.union([z.string(), z.number()]).transform(String);
const Item = z.object({
  areaCode: text,
  areaName: text,
  warnVar: text,
  warnStress: text,
  command: text,
  cancel: text.default("0"),
  tmFc: text,
  tmSeq: text.default("0"),
  startTime: text.nullish(),
  endTime: text.nullish(),
});

const Answer = z.object({
  response: z.object({
    header: z.object({ resultCode: text, resultMsg: text.default("") }),
    body: z.object({ items: z.unknown().optional(), totalCount: z.coerce.number().optional() }).nullish(),
  }),
});

const kinds: Record<string, WarningKind> = {
  1: "strong-wind",
  2: "heavy-rain",
  3: "cold-wave",
  4: "dry",
  5: "storm-surge",
  6: "high-seas",
  7: "typhoon",
  8: "heavy-snow",
  9: "yellow-dust",
  12: "heat-wave",
  13: "tropical-night",
};
const degrees: Record<string, WarningDegree> = { 0: "advisory", 1: "warning", 2: "grave" };
/** 1 announced, 3 extended, 6 corrected, 7 changed by announcing another; 2 lifted, 8 lifted by a change. */
const acts: Record<string, Announcement["act"]> = {
  1: "issue",
  3: "issue",
  6: "issue",
  7: "issue",
  2: "lift",
  8: "lift",
};

/** The items of an answer of the service; empty where it has none (code 03). Throws Failure where it refuses or speaks another form. */
export function itemsOf(answer: unknown): { items: unknown[]; total: number } {
  const parsed = Answer.safeParse(answer);
  if (!parsed.success) throw new Failure("bad-request", "The answer has another form than the service describes.");
  const { header, body } = parsed.data.response;
  if (Number(header.resultCode) === 3) return { items: [], total: 0 };
  if (Number(header.resultCode) !== 0)
    throw new Failure("busy", `The service answered with code ${header.resultCode} ${header.resultMsg}.`.trim());
  const held = body?.items;
  const inner = typeof held === "object" && held !== null && "item" in held ? held.item : [];
  const items = Array.isArray(inner) ? inner : [inner];
  return { items, total: body?.totalCount ?? items.length };
}

/** Announcements of one answer in the order in which they were made; a line that cannot be understood is counted, not guessed at. */
export function announcementsOf(items: readonly unknown[]): { announcements: Announcement[]; unknown: number } {
  const announcements = items.map(announcementOf).filter((a) => a !== null);
  // within one announcement what is lifted comes before what takes its place
  announcements.sort(
    (a, b) =>
      a.issuedAt - b.issuedAt || a.sequence - b.sequence || Number(a.act === "issue") - Number(b.act === "issue"),
  );
  return { announcements, unknown: items.length - announcements.length };
}

function announcementOf(item: unknown): Announcement | null {
  const parsed = Item.safeParse(item);
  if (!parsed.success) return null;
  const { areaCode, areaName, warnVar, warnStress, command, cancel, tmFc, tmSeq, startTime, endTime } = parsed.data;
  const [kind, degree, act, issuedAt] = [kinds[warnVar], degrees[warnStress], acts[command], timeOf(tmFc)];
  if (!kind || !degree || !act || issuedAt === null) return null;
  return {
    area: { code: areaCode, name: areaName.trim() },
    kind,
    degree,
    // a warning that was cancelled never stood
    act: Number(cancel) === 1 ? "lift" : act,
    issuedAt,
    sequence: Number(tmSeq),
    effectiveAt: timeOf(startTime),
    endsAt: timeOf(endTime),
  };
}
