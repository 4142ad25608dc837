import type { Hazard, Level } from "@/lib/contract/level";
import { type Procedure, type ProcedureStep, Procedures } from "@/lib/contract/procedure";

/** A procedure while somebody types. */
export type ProcedureDraft = Procedure & { key: string };

export const draftOf = (procedures: readonly Procedure[]): ProcedureDraft[] =>
  procedures.map((p) => ({ ...p, key: `${p.hazard} ${p.level}` }));

/** An empty step. `id` was never used before: an id that comes again would show the ticks of the step that had it. */
export const newStep = (id: string): ProcedureStep => ({ id, text: { ko: "", en: "" } });

/** An empty procedure of a hazard, from the lowest level that has none; null where every level has one. */
export function newProcedure(drafts: readonly ProcedureDraft[], hazard: Hazard, id: string): ProcedureDraft | null {
  const taken = new Set(drafts.filter((d) => d.hazard === hazard).map((d) => d.level));
  const level = ([1, 2, 3, 4] as const).find((l: Level) => !taken.has(l));
  if (level === undefined) return null;
  return { key: id, hazard, level, source: { ko: "", en: "" }, official: false, steps: [newStep(id)] };
}

/** What is written, sorted; or the keys of the procedures that lack words, a step, or a level of their own. */
export function proceduresOf(drafts: readonly ProcedureDraft[]): { procedures: Procedures } | { faulty: string[] } {
  const sorted = [...drafts].sort((a, b) => a.hazard.localeCompare(b.hazard) || a.level - b.level);
  const parsed = Procedures.safeParse(sorted.map(({ key: _key, ...own }) => own));
  if (parsed.success) return { procedures: parsed.data };
  const at = parsed.error.issues.map((issue) => sorted[Number(issue.path[0])]?.key);
  const twice = sorted.filter((d, i) => sorted[i - 1]?.hazard === d.hazard && sorted[i - 1]?.level === d.level);
  return { faulty: [...new Set([...at, ...twice.map((d) => d.key)].filter((key) => key !== undefined))] };
}
