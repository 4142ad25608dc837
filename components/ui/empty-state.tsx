import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

/** Nothing is here, said so that nobody waits for it: what would be here, and what to do about it. */
export function EmptyState(props: {
  title: ReactNode;
  text?: ReactNode;
  icon?: LucideIcon;
  action?: ReactNode;
  className?: string;
}) {
  const Icon = props.icon;
  return (
    <div className={cx("flex flex-col items-center gap-1.5 px-4 py-8 text-center", props.className)}>
      {Icon && <Icon size={26} aria-hidden className="mb-1 text-faint" />}
      <p className="text-sm font-semibold">{props.title}</p>
      {props.text && <p className="max-w-prose text-sm text-muted">{props.text}</p>}
      {props.action && <div className="mt-2">{props.action}</div>}
    </div>
  );
}
