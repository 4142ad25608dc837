"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { SeverityBadge } from "@/components/ui/severity";
import type { Rule } from "@/lib/contract/rule";
import { RuleSwitch } from "./rule-switch";
import type { useCityWords } from "./use-city-words";
import { useLocalized } from "./use-localized";
import { useRuleWords } from "./use-rule-words";

type Row = { rule: Rule; city: ReturnType<typeof useCityWords>; onChanged(): Promise<void> };

/** A rule in a list: what it is, where it holds, when it raises and clears, and where it comes from. */
export function RuleRow({ rule, city, onChanged }: Row) {
  const words = useLocalized();
  const say = useRuleWords(city);
  return (
    <li
      data-rule={rule.id}
      className="grid gap-x-4 gap-y-2 px-3 py-3 text-sm sm:grid-cols-[minmax(0,1fr)_auto] lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_auto]"
    >
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <SeverityBadge level={rule.level} />
          <Link
            href={`/admin/rules/${encodeURIComponent(rule.id)}`}
            className={cx("font-semibold underline-offset-2 hover:underline", !rule.enabled && "text-muted")}
          >
            {words(rule.name)}
          </Link>
        </div>
        <p className="mt-1 text-muted">
          {[say.scope(rule.scope), say.measured(rule), say.season(rule)].filter(Boolean).join(" · ")}
        </p>
        <Marks rule={rule} />
      </div>
      <Limits rule={rule} say={say} />
      <RuleSwitch rule={rule} onChanged={onChanged} />
    </li>
  );
}

function Marks({ rule }: { rule: Rule }) {
  const t = useTranslations("admin.rules");
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-1.5">
      <Badge tone={rule.official ? "accent" : "neutral"}>{t(rule.official ? "official" : "unofficial")}</Badge>
      <Badge tone={rule.publish ? "caution" : "neutral"}>{t(rule.publish ? "published" : "internal")}</Badge>
      <Badge tone={rule.enabled ? "ok" : "neutral"}>{t(rule.enabled ? "enabled" : "disabled")}</Badge>
      <span className="text-xs text-faint">
        {rule.id} · {t("versionShort", { version: rule.version })}
      </span>
    </p>
  );
}

function Limits({ rule, say }: { rule: Rule; say: ReturnType<typeof useRuleWords> }) {
  const t = useTranslations("admin.rules");
  const facts = [
    [t("raise"), [say.value(rule, "raise"), ...say.steps(rule)].join(", ")],
    [t("clear"), say.value(rule, "clear")],
    [t("hold"), say.hold(rule)],
    [t("from"), rule.effectiveFrom],
  ];
  return (
    <div className="min-w-0 sm:col-span-2 sm:row-start-2 lg:col-span-1 lg:col-start-2 lg:row-start-1">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1 md:grid-cols-4">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-muted">{label}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 text-xs text-muted">
        {t("source")}: {rule.source}
      </p>
    </div>
  );
}
