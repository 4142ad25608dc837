"use client";

import { CircleAlert, CircleCheck, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SignState as Sign } from "@/lib/contract/device";
import { Age } from "../signs/age";
import { LevelMark } from "../signs/level-mark";
import { PanelSection } from "../signs/panel-frame";

const looks = {
  pending: { icon: Hourglass, ink: "text-level-2" },
  delivered: { icon: CircleCheck, ink: "text-ok" },
  failed: { icon: CircleAlert, ink: "text-level-4" },
} as const;

/** What a sign was ordered to show, and whether it has said that it does. What is not confirmed never looks shown. */
export function SignState({ sign }: { sign: Sign }) {
  const t = useTranslations("desk.sign");
  const { icon: Icon, ink } = looks[sign.state];
  const confirmed = sign.state === "delivered";
  return (
    <PanelSection title={t("title")}>
      <div data-sign={sign.state} className="flex flex-col gap-2">
        <p
          className={`rounded-md border px-3 py-2.5 text-sm ${confirmed ? "border-edge bg-ground font-semibold" : "border-line border-dashed text-muted"}`}
        >
          {sign.level !== null && <LevelMark level={sign.level} />} {sign.text ?? t("blank")}
        </p>
        <p className={`flex flex-wrap items-center gap-1.5 text-xs ${ink}`}>
          <Icon size={14} aria-hidden="true" />
          {t(sign.state)}
          <span className="text-muted">
            {t("ordered")} <Age at={sign.orderedAt} />
          </span>
        </p>
      </div>
    </PanelSection>
  );
}
