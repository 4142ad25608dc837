"use client";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Hazard, hazardNames } from "@/lib/contract/level";
import type { Rule } from "@/lib/contract/rule";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { RuleRow } from "./rule-row";
import { useCity } from "./use-city";
import { useCityWords } from "./use-city-words";
import { useLocalized } from "./use-localized";

/** Every rule in force or switched off, by hazard, the gravest last. */
export function RuleList() {
  const t = useTranslations("admin.rules");
  const answer = useCity("listRules", {});
  const [text, setText] = useState("");
  const rules = answer.data?.rules ?? [];
  const shown = rules.filter((rule) => fits(rule, text.trim().toLowerCase()));
  const add = (
    <Link href="/admin/rules/new" className={buttonClass("primary")}>
      <Plus size={16} aria-hidden />
      {t("add")}
    </Link>
  );
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={add} />
      <search className="mb-4 block max-w-md">
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </search>
      <LoadState of={answer} />
      {answer.data && shown.length === 0 && <EmptyState title={t(rules.length ? "none" : "empty")} action={add} />}
      <Groups rules={shown} onChanged={answer.refresh} />
    </>
  );
}

function Groups({ rules, onChanged }: { rules: Rule[]; onChanged(): Promise<void> }) {
  const words = useLocalized();
  const city = useCityWords();
  return Hazard.options.map((hazard) => {
    const group = rules.filter((rule) => rule.hazard === hazard).sort(byPlace);
    if (group.length === 0) return null;
    return (
      <Panel key={hazard} bare level={3} title={words(hazardNames[hazard])} count={group.length} className="mb-4">
        <ul className="divide-y divide-line">
          {group.map((rule) => (
            <RuleRow key={rule.id} rule={rule} city={city} onChanged={onChanged} />
          ))}
        </ul>
      </Panel>
    );
  });
}

// the levels of one place stand together, in rising order
const place = ({ scope }: Rule) => `${scope.device ?? ""} ${scope.zone ?? ""} ${scope.kind ?? ""}`;
const byPlace = (a: Rule, b: Rule) =>
  place(a).localeCompare(place(b)) || a.stream.localeCompare(b.stream) || a.level - b.level || a.id.localeCompare(b.id);

function fits({ id, name, scope, stream, source }: Rule, wanted: string): boolean {
  const all = [id, name.ko, name.en, scope.kind, scope.zone, scope.device, stream, source].join(" ");
  return all.toLowerCase().includes(wanted);
}
