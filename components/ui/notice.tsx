import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

export type NoticeTone = "info" | "ok" | "caution" | "danger";

export const noticeLooks = {
  info: { icon: Info, tone: "border-accent", ink: "text-accent" },
  ok: { icon: CircleCheck, tone: "border-ok", ink: "text-ok" },
  caution: { icon: TriangleAlert, tone: "border-level-3", ink: "text-level-3" },
  danger: { icon: CircleAlert, tone: "border-level-4", ink: "text-level-4" },
} as const;

/** Something that the person must know, in its place on the page. `live` has it read out when it appears. */
export function Notice(props: {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  live?: "polite" | "assertive";
  className?: string;
}) {
  const { icon: Icon, tone, ink } = noticeLooks[props.tone ?? "info"];
  const role = props.live === "assertive" ? "alert" : props.live === "polite" ? "status" : undefined;
  return (
    <div
      role={role}
      className={cx("flex gap-2.5 rounded-md border border-l-4 bg-raised px-3 py-2 text-sm", tone, props.className)}
    >
      <Icon size={18} aria-hidden className={cx("mt-0.5 shrink-0", ink)} />
      <div className="min-w-0">
        {props.title && <p className="font-semibold">{props.title}</p>}
        {props.children && <div className={props.title ? "text-muted" : undefined}>{props.children}</div>}
      </div>
    </div>
  );
}
