import { CircleOff, CircleSlash, Clock, ListOrdered, Snowflake } from "lucide-react";
import { useTranslations } from "next-intl";
import type { StreamState } from "@/lib/contract/device";
import { cx } from "./cx";

const looks = {
  late: { icon: Clock, tone: "text-level-2" },
  stale: { icon: CircleOff, tone: "text-level-2" },
  frozen: { icon: Snowflake, tone: "text-level-2" },
  implausible: { icon: CircleSlash, tone: "text-level-2" },
  "out-of-order": { icon: ListOrdered, tone: "text-muted" },
} as const;

/** Whether a value may be shown as the present one. */
export function isPresent(state: StreamState): boolean {
  return state === "fresh" || state === "late" || state === "out-of-order";
}

/** How far a stream's newest value can be trusted, in shape and word, what it means in the title; nothing where all is well. */
export function StateLabel({ state, className }: { state: StreamState; className?: string }) {
  const t = useTranslations("device");
  if (state === "fresh") return null;
  const { icon: Icon, tone } = looks[state];
  return (
    <span
      data-state={state}
      title={t(`stateText.${state}`)}
      className={cx("inline-flex items-center gap-1 whitespace-nowrap font-semibold text-xs", tone, className)}
    >
      <Icon size={13} aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
