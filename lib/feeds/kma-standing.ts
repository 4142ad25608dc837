import type { OfficialWarning } from "../contract/official";
import type { Announcement } from "./kma";
import type { Standing } from "./kma-status";

/** Whether an area, as the issuer names it, lies in this city. */
export type InCity = (areaName: string) => boolean;

export function warningId(areaCode: string, kind: string): string {
  return `kma-${areaCode}-${kind}`;
}

/**
 * The warnings after what was announced since, `before` being what was known. An announcement that is older than what is known
 * of its area and kind changes nothing, so that the same answer read twice, or read late, is harmless.
 */
export function afterAnnouncements(
  before: readonly OfficialWarning[],
  announcements: readonly Announcement[],
  inCity: InCity,
): OfficialWarning[] {
  const known = new Map(before.map((w) => [w.id, w]));
  for (const announced of announcements) {
    if (!inCity(announced.area.name)) continue;
    const id = warningId(announced.area.code, announced.kind);
    const was = known.get(id);
    const newest = Math.max(was?.issuedAt ?? 0, was?.liftedAt ?? 0);
    if (announced.issuedAt < newest) continue;
    const after = announced.act === "issue" ? issued(id, announced, was) : lifted(announced, was);
    if (after) known.set(id, after);
  }
  return [...known.values()];
}

function issued(id: string, a: Announcement, was: OfficialWarning | undefined): OfficialWarning {
  const { kind, degree, area, issuedAt, effectiveAt, endsAt } = a;
  // a warning that is extended or corrected stands since it was announced first
  const same = was && was.liftedAt === null && was.degree === degree ? was : undefined;
  return {
    id,
    issuer: "kma",
    kind,
    degree,
    area: area.name,
    issuedAt,
    effectiveAt: same?.effectiveAt ?? effectiveAt ?? issuedAt,
    endsAt,
    liftedAt: null,
  };
}

function lifted(a: Announcement, was: OfficialWarning | undefined): OfficialWarning | null {
  if (!was || was.liftedAt !== null || was.degree !== a.degree) return null;
  return { ...was, liftedAt: a.effectiveAt ?? a.issuedAt };
}

/**
 * Held against what the issuer says stands now: a warning that it does not name is lifted, one that we had not heard of is
 * taken in without a time. `at` in UTC ms is when it was said.
 */
export function afterStatus(
  before: readonly OfficialWarning[],
  standing: readonly Standing[],
  inCity: InCity,
  at: number,
): OfficialWarning[] {
  const here = standing.filter((s) => s.areas.some(inCity));
  const named = (w: OfficialWarning) => here.some((s) => s.kind === w.kind && s.degree === w.degree);
  const kept = before.map((w) => (w.liftedAt === null && !named(w) ? { ...w, liftedAt: at } : w));
  const missing = here.filter(
    (s) => !kept.some((w) => w.liftedAt === null && w.kind === s.kind && w.degree === s.degree),
  );
  return [...kept.filter((w) => !missing.some((s) => unnamed(s).id === w.id)), ...missing.map(unnamed)];

  function unnamed({ kind, degree, areas }: Standing): OfficialWarning {
    const area = areas.filter(inCity).join(", ");
    const unknown = { issuedAt: null, effectiveAt: null, endsAt: null, liftedAt: null };
    return { id: warningId("status", kind), issuer: "kma", kind, degree, area, ...unknown };
  }
}
