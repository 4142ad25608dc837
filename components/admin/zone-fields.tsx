"use client";
import { useTranslations } from "next-intl";
import { Input, Select } from "@/components/ui/input";
import { ZonePurpose } from "@/lib/contract/device";
import { Field } from "./field";
import type { FieldFaults } from "./field-errors";
import type { ZoneDraft } from "./zone-draft";

type Fields = { draft: ZoneDraft; faults: FieldFaults; isNew: boolean; onChange(change: Partial<ZoneDraft>): void };

export function ZoneFields({ draft, faults, isNew, onChange }: Fields) {
  const t = useTranslations("admin.zones");
  return (
    <>
      {isNew && (
        <Field label={t("id")} hint={t("idHint")} fault={faults.id} required>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              spellCheck={false}
              value={draft.id}
              onChange={(event) => onChange({ id: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label={t("nameKo")} fault={faults["name.ko"]} required>
        {(control) => (
          <Input
            {...control}
            lang="ko"
            value={draft.nameKo}
            onChange={(event) => onChange({ nameKo: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("nameEn")} fault={faults["name.en"]} required>
        {(control) => (
          <Input
            {...control}
            lang="en"
            value={draft.nameEn}
            onChange={(event) => onChange({ nameEn: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("purpose")} fault={faults.purpose}>
        {(control) => (
          <Select {...control} value={draft.purpose} onChange={(event) => onChange({ purpose: event.target.value })}>
            {ZonePurpose.options.map((purpose) => (
              <option key={purpose} value={purpose}>
                {t(`purposes.${purpose}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
