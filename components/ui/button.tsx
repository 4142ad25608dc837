import type { ComponentProps } from "react";
import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent border-transparent enabled:hover:brightness-110",
  secondary: "bg-raised text-ink border-edge enabled:hover:border-accent",
  ghost: "bg-transparent text-ink border-transparent enabled:hover:bg-raised",
  danger: "bg-level-4 text-on-level-4 border-transparent enabled:hover:brightness-110",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-7 px-2.5 py-1 text-xs",
  md: "min-h-9 px-3.5 py-1.5 text-sm",
  lg: "min-h-12 px-5 py-2.5 text-base",
};

/** The look of a button, for links that lead on. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "md"): string {
  return cx(
    "inline-flex items-center justify-center gap-1.5 rounded-md border font-semibold whitespace-nowrap",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress aria-busy:opacity-55",
    variants[variant],
    sizes[size],
  );
}

/** A button; `busy` keeps it from being pressed twice while its work is under way, and leaves the keyboard where it is. */
export function Button({
  variant,
  size,
  busy,
  className,
  disabled,
  type = "button",
  onClick,
  ...rest
}: ComponentProps<"button"> & { variant?: ButtonVariant; size?: ButtonSize; busy?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      disabled={disabled}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(buttonClass(variant, size), className)}
    />
  );
}
