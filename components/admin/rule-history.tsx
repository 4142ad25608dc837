"use client";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { TimeLabel } from "@/components/ui/time-label";
import type { Rule } from "@/lib/contract/rule";
import { RuleChanges } from "./rule-changes";

/** Every version, newest first: who saved it, when, and what it changed. */
export function RuleHistory({ versions, onTake }: { versions: Rule[]; onTake(rule: Rule): void }) {
  const t = useTranslations("admin.rule");
  return (
    <Panel level={3} title={t("history")} count={versions.length}>
      <p className="mb-3 text-xs text-muted">{t("historyLead")}</p>
      <ol className="flex flex-col gap-4">
        {versions.map((rule, index) => {
          const before = versions[index + 1];
          return (
            <li key={rule.version} data-version={rule.version} className="border-l-2 border-line pl-3">
              <p className="flex flex-wrap items-center gap-2 text-sm font-semibold">
                {t("version", { version: rule.version })}
                {index === 0 && <Badge tone="ok">{t("current")}</Badge>}
              </p>
              <p className="text-xs text-muted">
                {t.rich("by", { who: rule.createdBy, at: () => <TimeLabel at={rule.createdAt} style="full" /> })}
              </p>
              {before ? (
                <RuleChanges before={before} after={rule} />
              ) : (
                <p className="mt-1 text-sm text-muted">{t("firstVersion")}</p>
              )}
              {index > 0 && (
                <Button size="sm" variant="ghost" className="mt-1 -ml-2.5" onClick={() => onTake(rule)}>
                  <RotateCcw size={14} aria-hidden />
                  {t("restore")}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
