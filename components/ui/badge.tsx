import type { ReactNode } from "react";
import { cx } from "./cx";

export type Tone = "neutral" | "accent" | "ok" | "caution" | "danger";

export const toneClass: Record<Tone, string> = {
  neutral: "border-edge text-muted",
  accent: "border-accent text-accent",
  ok: "border-ok text-ok",
  caution: "border-level-3 text-level-3",
  danger: "border-level-4 text-level-4",
};

/** A small word about a thing's state. */
export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex shrink-0 items-center gap-1 rounded border px-1.5 py-0.5 text-xs leading-4 font-medium whitespace-nowrap",
        toneClass[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
