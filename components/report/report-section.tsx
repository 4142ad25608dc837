import type { ReactNode } from "react";

/** A part of the report with its heading; it keeps its heading with its beginning on paper. */
export function ReportSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-7">
      <h2 className="mb-2 break-after-avoid border-line border-b pb-1 font-bold text-lg">{title}</h2>
      {children}
    </section>
  );
}

export const CELL = "border-line border-b px-2 py-1 text-left align-top";
export const HEAD = `${CELL} font-semibold text-muted text-xs`;
