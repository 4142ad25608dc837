import type { ComponentProps } from "react";
import { cx } from "./cx";

/** The look of every control that is written into. */
export const controlClass =
  "block w-full rounded-md border border-edge bg-ground px-3 py-1.5 text-sm text-ink min-h-9 " +
  "placeholder:text-faint disabled:opacity-60 aria-invalid:border-level-4";

/** One line of text. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={cx(controlClass, className)} />;
}

/** Several lines of text. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={3} {...rest} className={cx(controlClass, className)} />;
}

/** A choice from a list: the browser's own, which every phone and reader knows. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select {...rest} className={cx(controlClass, "pr-8", className)} />;
}

/** A box to tick, with its word. */
export function Checkbox({ label, className, ...rest }: Omit<ComponentProps<"input">, "type"> & { label: string }) {
  return (
    <label className={cx("flex min-h-6 items-center gap-2 text-sm", className)}>
      <input {...rest} type="checkbox" className="size-4 accent-accent" />
      {label}
    </label>
  );
}
