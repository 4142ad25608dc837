"use client";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { Agency } from "@/lib/contract/agency";
import { UnitBody } from "@/lib/contract/routes/agencies";
import { FailureNote } from "./failure-note";
import { LoadState } from "./load-state";
import { useCity, useDeed } from "./use-city";
import { useLocalized } from "./use-localized";

type Props = { agency: Agency | null; onClose(): void };

/** An agency's vehicles and crews: who they are. Where they are a tracker says. */
export function AgencyUnits({ agency, onClose }: Props) {
  const t = useTranslations("admin.agencies");
  const words = useLocalized();
  return (
    <Dialog
      open={agency !== null}
      onOpenChange={(on) => !on && onClose()}
      title={t("unitsOf", { name: agency ? words(agency.name) : "" })}
    >
      {agency && <Units key={agency.id} agencyId={agency.id} />}
    </Dialog>
  );
}

function Units({ agencyId }: { agencyId: string }) {
  const t = useTranslations("admin.agencies");
  const words = useLocalized();
  const answer = useCity("listUnits", {});
  const remove = useDeed("deleteUnit");
  const units = answer.data?.units.filter((unit) => unit.agencyId === agencyId) ?? [];
  return (
    <div className="flex flex-col gap-4">
      <LoadState of={answer} />
      <FailureNote failure={remove.failure} sentences={{ conflict: "unitBusy" }} />
      {answer.data && units.length === 0 && <p className="text-sm text-muted">{t("noUnits")}</p>}
      <ul className="max-h-64 divide-y divide-line overflow-y-auto rounded-md border border-line empty:hidden">
        {units.map((unit) => (
          <li key={unit.id} className="flex items-center gap-2 px-2 py-1 text-sm" data-unit={unit.id}>
            <span className="min-w-0 flex-1">
              {words(unit.name)} <span className="text-xs text-muted">{unit.id}</span>
            </span>
            <span className="text-xs text-muted">{unit.type}</span>
            <IconButton
              label={t("deleteUnit", { name: words(unit.name) })}
              icon={Trash2}
              onClick={async () => {
                if (await remove.run({ params: { id: unit.id } })) await answer.refresh();
              }}
            />
          </li>
        ))}
      </ul>
      <AddUnit agencyId={agencyId} onAdded={answer.refresh} />
    </div>
  );
}

const nobody = { id: "", ko: "", en: "", type: "", lat: "", lon: "" };

function AddUnit({ agencyId, onAdded }: { agencyId: string; onAdded(): Promise<void> }) {
  const t = useTranslations("admin.agencies");
  const put = useDeed("putUnit");
  const [draft, setDraft] = useState(nobody);
  const { id, ko, en, type, lat, lon } = draft;
  const place = { lat: lat === "" ? Number.NaN : Number(lat), lon: lon === "" ? Number.NaN : Number(lon) };
  const parsed = UnitBody.safeParse({ agencyId, name: { ko, en }, type, ...place });
  const add = async () => {
    if (!parsed.success || !(await put.run({ params: { id }, body: parsed.data }))) return;
    setDraft(nobody);
    await onAdded();
  };
  const labels = {
    id: t("id"),
    ko: t("nameKo"),
    en: t("nameEn"),
    type: t("unitType"),
    lat: t("lat"),
    lon: t("lon"),
  };
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("addUnit")}</legend>
      <p className="mb-2 text-xs text-muted">{t("addUnitHint")}</p>
      <div className="grid grid-cols-2 gap-2">
        {(Object.keys(labels) as (keyof typeof labels)[]).map((field) => (
          <Input
            key={field}
            aria-label={labels[field]}
            placeholder={labels[field]}
            autoComplete="off"
            value={draft[field]}
            onChange={(event) => setDraft((old) => ({ ...old, [field]: event.target.value.trimStart() }))}
          />
        ))}
      </div>
      <FailureNote failure={put.failure} sentences={{ conflict: "unitTaken" }} />
      <div className="mt-2 flex justify-end">
        <Button variant="primary" busy={put.busy} disabled={!parsed.success || id === ""} onClick={add}>
          {t("addUnit")}
        </Button>
      </div>
    </fieldset>
  );
}
