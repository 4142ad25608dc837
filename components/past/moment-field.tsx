"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { KST_OFFSET_MS } from "@/lib/base/clock";
import { goTo } from "./time-machine";

/** A field for a day and time; Enter or leaving it goes there. The city keeps Korea's time. */
export function MomentField({ at }: { at: number }) {
  const t = useTranslations("desk.past");
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    const moment = typed === null ? Number.NaN : Date.parse(`${typed}+09:00`);
    setTyped(null);
    if (Number.isFinite(moment)) void goTo(moment);
  };
  return (
    <input
      type="datetime-local"
      step={1}
      aria-label={t("moment")}
      value={typed ?? new Date(at + KST_OFFSET_MS).toISOString().slice(0, 19)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={go}
      onKeyDown={(event) => event.key === "Enter" && go()}
      className="min-h-7 rounded-md border border-edge bg-raised px-1.5 text-xs tabular-nums"
    />
  );
}
