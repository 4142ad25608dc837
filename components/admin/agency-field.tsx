"use client";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/input";
import { Field } from "./field";
import type { FieldFaults } from "./field-errors";
import { useCity } from "./use-city";
import { useLocalized } from "./use-localized";

type Props = {
  agencyId: string | null;
  fault: FieldFaults[string] | undefined;
  onChange(agencyId: string | null): void;
};

/** For which agency somebody works. */
export function AgencyField({ agencyId, fault, onChange }: Props) {
  const t = useTranslations("admin.people");
  const words = useLocalized();
  const known = useCity("listAgencies", {});
  return (
    <Field label={t("agency")} fault={fault} required>
      {(control) => (
        <Select {...control} value={agencyId ?? ""} onChange={(event) => onChange(event.target.value || null)}>
          <option value="">{t("chooseAgency")}</option>
          {known.data?.agencies.map(({ id, name }) => (
            <option key={id} value={id}>
              {words(name)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
