import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Tooltip } from "./tooltip";

/** A button that is only a picture: `label` is its name for ears and its tooltip for eyes. */
export function IconButton({
  label,
  icon: Icon,
  keys,
  side,
  className,
  type = "button",
  ...rest
}: Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  label: string;
  icon: LucideIcon;
  keys?: string;
  side?: "top" | "right" | "bottom" | "left";
}) {
  return (
    <Tooltip content={label} keys={keys} side={side}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        className={cx(
          "inline-flex size-9 shrink-0 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-ink",
          "aria-pressed:bg-raised aria-pressed:text-accent disabled:cursor-not-allowed disabled:opacity-55",
          className,
        )}
      >
        <Icon size={18} aria-hidden />
      </button>
    </Tooltip>
  );
}
