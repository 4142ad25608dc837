import type { ReactNode } from "react";

/** A figure with its name, and what it counts. */
export function Fact({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="text-lg font-semibold tabular-nums">
        {children}
        {hint && <span className="block text-xs font-normal text-faint">{hint}</span>}
      </dd>
    </div>
  );
}
