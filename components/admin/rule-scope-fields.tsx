"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Input, Select } from "@/components/ui/input";
import { Field } from "./field";
import { ChoiceField, type RuleFields } from "./rule-controls";
import { useCity } from "./use-city";
import { useLocalized } from "./use-localized";
import { useStreamChoices } from "./use-stream-choices";
import { ZoneOptions } from "./zone-options";

/** Where a rule holds: any of kind, zone and device, and which stream it looks at. */
export function ScopeFields(fields: RuleFields) {
  const t = useTranslations("admin.rule");
  const words = useLocalized();
  const { kinds } = fields.city;
  const any = { value: "", label: t("any") };
  const kindChoices = [any, ...kinds.map(({ id, label }) => ({ value: id, label: words(label) }))];
  return (
    <>
      <ChoiceField {...fields} faults={scopeFault(fields)} name="scopeKind" path="scope.kind" choices={kindChoices} />
      <ZoneField {...fields} />
      <DeviceField {...fields} />
      {fields.draft.measure !== "conditions" && <StreamField {...fields} />}
    </>
  );
}

/** "Name at least one" stands at the first of the three. */
const scopeFault = ({ faults }: RuleFields) => (faults.scope ? { ...faults, "scope.kind": faults.scope } : faults);

function ZoneField({ draft, faults, city, onChange }: RuleFields) {
  const t = useTranslations("admin.rule");
  return (
    <Field label={t("field.scope.zone")} fault={faults["scope.zone"]}>
      {(control) => (
        <Select {...control} value={draft.scopeZone} onChange={(event) => onChange({ scopeZone: event.target.value })}>
          <option value="">{t("any")}</option>
          <ZoneOptions city={city} chosen={draft.scopeZone} />
        </Select>
      )}
    </Field>
  );
}

function DeviceField({ draft, faults, onChange }: RuleFields) {
  const t = useTranslations("admin.rule.field");
  const list = useId();
  const devices = useCity("listDevices", { query: { kind: draft.scopeKind || undefined } }).data?.devices ?? [];
  return (
    <Field label={t("scope.device")} fault={faults["scope.device"]}>
      {(control) => (
        <>
          <Input
            {...control}
            list={list}
            autoComplete="off"
            value={draft.scopeDevice}
            onChange={(event) => onChange({ scopeDevice: event.target.value.trim() })}
          />
          <datalist id={list}>
            {devices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

function StreamField(fields: RuleFields) {
  const t = useTranslations("admin.rule");
  const { draft, city } = fields;
  const choices = useStreamChoices(city, draft.scopeKind, draft.measure === "silence" ? t("wholeDevice") : undefined);
  return <ChoiceField {...fields} name="stream" path="stream" choices={choices} />;
}
