"use client";
import { useTranslations } from "next-intl";
import { useCity } from "./use-city";

/** What people found of a rule's alerts; nothing before anybody has looked at one. */
export function RuleScoreLine({ ruleId }: { ruleId: string }) {
  const t = useTranslations("admin.rule");
  const score = useCity("getRuleScore", { params: { id: ruleId } }).data;
  if (!score || score.confirmed + score.false === 0) return null;
  return (
    <p className="text-sm" data-score={score.confirmed}>
      {t("score", score)}
    </p>
  );
}
