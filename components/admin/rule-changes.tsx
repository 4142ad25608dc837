"use client";
import { useTranslations } from "next-intl";
import type { RuleBody } from "@/lib/contract/rule";
import type { FieldPath } from "./rule-controls";
import { ruleDiff } from "./rule-diff";
import { useFieldValue } from "./use-rule-words";

/** What changed from one version to the next, field by field. */
export function RuleChanges({ before, after }: { before: RuleBody; after: RuleBody }) {
  const t = useTranslations("admin.rule");
  const say = useFieldValue();
  const changes = ruleDiff(before, after);
  if (changes.length === 0) return <p className="text-sm text-muted">{t("noChange")}</p>;
  return (
    <dl className="mt-2 flex flex-col gap-1.5 text-sm">
      {changes.map((change) => (
        <div key={change.path}>
          <dt className="text-xs text-muted">{t(`field.${change.path as FieldPath}`)}</dt>
          <dd className="flex flex-wrap items-baseline gap-x-2 text-ink">
            <del className="text-muted">
              <span className="sr-only">{t("before")} </span>
              {say(change.path, change.before)}
            </del>
            <span aria-hidden="true">→</span>
            <ins className="font-semibold no-underline">
              <span className="sr-only">{t("after")} </span>
              {say(change.path, change.after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
