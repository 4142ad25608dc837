"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type PanelFrameProps = { icon?: ReactNode; title: string; under?: ReactNode; children?: ReactNode; onClose(): void };

/** A detail panel: a head that stays, and a body that scrolls. */
export function PanelFrame({ icon, title, under, children, onClose }: PanelFrameProps) {
  const t = useTranslations("desk");
  return (
    <>
      <header className="flex shrink-0 items-start gap-2.5 border-line border-b px-4 py-3">
        {icon && <span className="mt-0.5 text-accent">{icon}</span>}
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-base leading-snug">{title}</h2>
          {under}
        </div>
        <button
          type="button"
          onClick={onClose}
          aria-label={t("close")}
          className="-mr-1.5 grid size-8 shrink-0 place-items-center rounded text-muted hover:bg-raised hover:text-ink"
        >
          <X size={18} aria-hidden="true" />
        </button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
    </>
  );
}

/** One part of a panel under its own heading. */
export function PanelSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-line border-b px-4 py-3 last:border-b-0">
      <h3 className="mb-2 font-semibold text-muted text-xs">{title}</h3>
      {children}
    </section>
  );
}

/** A panel whose subject is not there (any more). */
export function PanelEmpty({ title, text, onClose }: { title: string; text: string; onClose(): void }) {
  return (
    <PanelFrame title={title} onClose={onClose}>
      <p className="px-4 py-6 text-muted text-sm">{text}</p>
    </PanelFrame>
  );
}
