"use client";
import { useTranslations } from "next-intl";
import { Checkbox, Select } from "@/components/ui/input";
import { type Agency, AgencyKind, AgencyPanel } from "@/lib/contract/agency";
import { Hazard, hazardNames } from "@/lib/contract/level";
import { Field } from "./field";
import { useCity } from "./use-city";
import { useLocalized } from "./use-localized";

type Draft = Pick<Agency, "kind" | "panel" | "zones" | "hazards">;
type Props = { draft: Draft; onChange(part: Partial<Draft>): void };

/** What an agency is, how it is reached, what it is suggested for and where. */
export function AgencyDutyFields({ draft, onChange }: Props) {
  const t = useTranslations("admin.agencies");
  const words = useLocalized();
  const zones = useCity("listZones", {});
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("sort")}>
          {(control) => (
            <Select
              {...control}
              value={draft.kind}
              onChange={(event) => onChange({ kind: AgencyKind.catch("other").parse(event.target.value) })}
            >
              {AgencyKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`sorts.${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("panel")}>
          {(control) => (
            <Select
              {...control}
              value={draft.panel}
              onChange={(event) => onChange({ panel: AgencyPanel.catch("console").parse(event.target.value) })}
            >
              {AgencyPanel.options.map((panel) => (
                <option key={panel} value={panel}>
                  {t(`panels.${panel}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Choices
        legend={t("hazards")}
        all={Hazard.options.map((id) => ({ id, label: words(hazardNames[id]) }))}
        chosen={draft.hazards}
        onChange={(ids) => onChange({ hazards: Hazard.options.filter((id) => ids.includes(id)) })}
      />
      <Choices
        legend={t("zones")}
        all={(zones.data?.zones ?? []).map(({ id, name }) => ({ id, label: words(name) }))}
        chosen={draft.zones}
        onChange={(ids) => onChange({ zones: ids })}
      />
    </>
  );
}

type ChoicesProps = {
  legend: string;
  all: { id: string; label: string }[];
  chosen: readonly string[];
  onChange(ids: string[]): void;
};

function Choices({ legend, all, chosen, onChange }: ChoicesProps) {
  const flip = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((it) => it !== id));
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      <div className="grid max-h-40 gap-x-4 gap-y-1 overflow-y-auto rounded-md border border-line p-2 sm:grid-cols-2">
        {all.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={chosen.includes(id)}
            onChange={(event) => flip(id, event.target.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
