"use client";
import { useTranslations } from "next-intl";
import { Input, Select } from "@/components/ui/input";
import type { DeviceDraft } from "./device-draft";
import { Field } from "./field";
import type { FieldFaults } from "./field-errors";
import type { useCityWords } from "./use-city-words";
import { useLocalized } from "./use-localized";
import { ZoneOptions } from "./zone-options";

type Fields = {
  draft: DeviceDraft;
  faults: FieldFaults;
  city: ReturnType<typeof useCityWords>;
  /** A device keeps its identifier and kind for life. */
  isNew: boolean;
  onChange(change: Partial<DeviceDraft>): void;
};

const classes = ["0", "1", "2", "3"] as const;

export function DeviceFields({ draft, faults, city, isNew, onChange }: Fields) {
  const t = useTranslations("admin.device");
  return (
    <div className="grid content-start gap-4 sm:grid-cols-2">
      {isNew && <BirthFields draft={draft} faults={faults} city={city} isNew onChange={onChange} />}
      <Field label={t("name")} hint={t("nameHint")} fault={faults.name} required className="sm:col-span-2">
        {(control) => (
          <Input {...control} value={draft.name} onChange={(event) => onChange({ name: event.target.value })} />
        )}
      </Field>
      <Field label={t("zone")} fault={faults.zone} required>
        {(control) => (
          <Select {...control} value={draft.zone} onChange={(event) => onChange({ zone: event.target.value })}>
            <ZoneOptions city={city} chosen={draft.zone} />
          </Select>
        )}
      </Field>
      <Field label={t("class")} fault={faults.class}>
        {(control) => (
          <Select {...control} value={draft.class} onChange={(event) => onChange({ class: event.target.value })}>
            {classes.map((level) => (
              <option key={level} value={level}>
                {t(`classes.${level}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}

function BirthFields({ draft, faults, city, onChange }: Fields) {
  const t = useTranslations("admin.device");
  const words = useLocalized();
  return (
    <>
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
      <Field label={t("kind")} fault={faults.kind} required>
        {(control) => (
          <Select {...control} value={draft.kind} onChange={(event) => onChange({ kind: event.target.value })}>
            <option value="">{t("choose")}</option>
            {city.kinds.map((kind) => (
              <option key={kind.id} value={kind.id}>
                {words(kind.label)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
