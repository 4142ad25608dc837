import type { ReactNode } from "react";

/** A part of the transparency page: its heading can be named by a link. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 id={id} className="scroll-mt-4 text-xl font-bold">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Sentences under a small heading, one a line. */
export function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h3 className="mb-1.5 font-semibold">{title}</h3>
      <ul className="list-disc space-y-1.5 pl-5 leading-relaxed marker:text-muted">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
