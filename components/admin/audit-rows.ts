import type { AuditRow } from "@/lib/contract/people";

/** Newest first, each row once: a page that was asked for again replaces what it brought before. */
export function joinRows(before: readonly AuditRow[], more: readonly AuditRow[]): AuditRow[] {
  const byId = new Map([...before, ...more].map((row) => [row.id, row]));
  return [...byId.values()].sort((a, b) => b.id - a.id);
}

/** The detail of a row as lines of path and value. */
export function detailLines(detail: unknown, path = ""): [path: string, value: string][] {
  if (detail === null || typeof detail !== "object") return [[path, detail === null ? "—" : String(detail)]];
  const entries = Object.entries(detail);
  if (entries.length === 0) return path ? [[path, Array.isArray(detail) ? "[]" : "{}"]] : [];
  return entries.flatMap(([key, value]) => detailLines(value, path ? `${path}.${key}` : key));
}
