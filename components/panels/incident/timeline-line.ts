import type { Localized } from "@/lib/base/localized";
import type { TimelineEntry } from "@/lib/contract/incident";

/** What an entry of the timeline names, read with care: its detail is whatever the city wrote at that time. */
export type TimelineLine = {
  kind: string;
  agencyId: string | null;
  unitId: string | null;
  alertIds: string[];
  /** The deadline that it is about. */
  step: string | null;
  /** Metres from the place at which somebody reported to be there. */
  farM: number | null;
  /** What a person wrote: a note, a reason, an instruction, a cause. */
  said: string | null;
  /** What the city wrote in both languages: a step of a procedure. */
  words: Localized | null;
};

const text = (value: unknown): string | null => (typeof value === "string" && value.trim() ? value : null);

function localized(value: unknown): Localized | null {
  const { ko, en } = (value ?? {}) as Partial<Record<keyof Localized, unknown>>;
  return typeof ko === "string" && typeof en === "string" ? { ko, en } : null;
}

export function timelineLine({ kind, detail }: Pick<TimelineEntry, "kind" | "detail">): TimelineLine {
  const listed = Array.isArray(detail.alertIds) ? detail.alertIds : [detail.alertId];
  return {
    kind,
    agencyId: text(detail.agencyId),
    unitId: text(detail.unitId),
    step: text(detail.step),
    farM: typeof detail.farM === "number" ? detail.farM : null,
    alertIds: listed.filter((id): id is string => text(id) !== null),
    words: localized(detail.step),
    said:
      text(detail.text) ?? text(detail.otherTitle) ?? text(detail.reason) ?? text(detail.cause) ?? text(detail.note),
  };
}

/** Newest first; the city's order (its ids grow) breaks ties of the same instant. */
export function newestFirst(timeline: readonly TimelineEntry[]): TimelineEntry[] {
  return [...timeline].sort((a, b) => b.at - a.at || b.id - a.id);
}
