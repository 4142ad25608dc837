"use client";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Checkbox, Input } from "@/components/ui/input";
import type { AgencyCode } from "@/lib/contract/agency";
import { levelNames, levels } from "@/lib/contract/level";
import { useLocalized } from "./use-localized";

type Props = { codes: readonly AgencyCode[]; onChange(codes: AgencyCode[]): void };

/** How the agency itself grades a request, and at which of our levels a request begins with which code. */
export function AgencyCodes({ codes, onChange }: Props) {
  const t = useTranslations("admin.agencies");
  const change = (at: number, part: Partial<AgencyCode>) =>
    onChange(codes.map((code, i) => (i === at ? { ...code, ...part } : code)));
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("codes")}</legend>
      <p className="mb-2 text-xs text-muted">{t("codesHint")}</p>
      <ul className="flex flex-col gap-2">
        {codes.map((code, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a code that is being typed has no other name
          <li key={at} className="rounded-md border border-line p-2">
            <CodeLine
              code={code}
              onChange={(part) => change(at, part)}
              onRemove={() => onChange(codes.filter((_, i) => i !== at))}
            />
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        className="mt-2"
        onClick={() => onChange([...codes, { code: "", name: { ko: "", en: "" }, levels: [] }])}
      >
        <Plus size={14} aria-hidden />
        {t("addCode")}
      </Button>
    </fieldset>
  );
}

type LineProps = { code: AgencyCode; onChange(part: Partial<AgencyCode>): void; onRemove(): void };

function CodeLine({ code, onChange, onRemove }: LineProps) {
  const t = useTranslations("admin.agencies");
  const words = useLocalized();
  const input = (label: string, value: string, put: (value: string) => void, className = "") => (
    <Input
      aria-label={label}
      placeholder={label}
      className={className}
      value={value}
      onChange={(event) => put(event.target.value)}
    />
  );
  return (
    <>
      <div className="flex gap-2">
        {input(t("code"), code.code, (value) => onChange({ code: value }), "max-w-20")}
        {input(t("nameKo"), code.name.ko, (ko) => onChange({ name: { ...code.name, ko } }))}
        {input(t("nameEn"), code.name.en, (en) => onChange({ name: { ...code.name, en } }))}
        <IconButton label={t("removeCode", { code: code.code })} icon={Trash2} onClick={onRemove} />
      </div>
      <div className="mt-1 flex flex-wrap gap-x-4">
        {levels.map((level) => (
          <Checkbox
            key={level}
            label={words(levelNames[level])}
            checked={code.levels.includes(level)}
            onChange={(event) =>
              onChange({ levels: levels.filter((l) => (l === level ? event.target.checked : code.levels.includes(l))) })
            }
          />
        ))}
      </div>
    </>
  );
}
