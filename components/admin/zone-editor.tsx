"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Zone } from "@/lib/contract/device";
import { FailureNote } from "./failure-note";
import { FaultSummary } from "./field";
import { PageHead } from "./page-head";
import { useAttempts } from "./use-attempts";
import { useCity, useDeed } from "./use-city";
import { useLocalized } from "./use-localized";
import { ZoneArea } from "./zone-area";
import { ZoneDelete } from "./zone-delete";
import { type CheckedZone, checkZone, draftOfZone, emptyZone, type ZoneDraft } from "./zone-draft";
import { ZoneFields } from "./zone-fields";

const nothingWrong: Pick<CheckedZone, "faults" | "ring"> = { faults: {}, ring: null };

/** A zone's name, purpose and area; `was` is the zone as it stands, none for a new one. */
export function ZoneEditor({ was }: { was?: Zone }) {
  const t = useTranslations("admin");
  const crumbs = [{ href: "/admin/zones", label: t("nav.zones") }];
  const [draft, setDraft] = useState<ZoneDraft>(() => (was ? draftOfZone(was) : emptyZone));
  const words = useLocalized();
  const attempts = useAttempts();
  const checked = checkZone(draft, was);
  const wrong = attempts.attempt > 0 ? checked : nothingWrong;
  const { submit, save, taken } = useSaveZone(checked, was, attempts.tried);
  const faults = wrong.ring ? { ...wrong.faults, corners: wrong.ring } : wrong.faults;
  const change = (part: Partial<ZoneDraft>) => setDraft((old) => ({ ...old, ...part }));
  return (
    <>
      <PageHead title={was ? words(was.name) : t("zones.newTitle")} lead={was?.id} crumbs={crumbs} />
      <form
        noValidate
        onSubmit={submit}
        className="grid items-start gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] xl:grid-rows-[auto_1fr]"
      >
        <div className="flex flex-col gap-4">
          <ZoneFields draft={draft} faults={wrong.faults} isNew={!was} onChange={change} />
          {was?.geometry && was.geometry.coordinates.length > 1 && <Notice>{t("zones.holes")}</Notice>}
        </div>
        <ZoneArea corners={draft.corners} fault={wrong.ring} onChange={(corners) => change({ corners })} />
        <div className="flex flex-col gap-4">
          <FaultSummary faults={faults} attempt={attempts.attempt} />
          {taken && <Notice tone="danger" live="assertive" title={t("zones.exists", { id: draft.id.trim() })} />}
          <FailureNote failure={save.failure} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" busy={save.busy}>
              {t("actions.save")}
            </Button>
            {was && <ZoneDelete zone={was} />}
          </div>
        </div>
      </form>
    </>
  );
}

function useSaveZone(checked: CheckedZone, was: Zone | undefined, onTry: () => void) {
  const t = useTranslations("admin.actions");
  const tell = useToast();
  const router = useRouter();
  const save = useDeed("putZone");
  const known = useCity("listZones", {}).data?.zones;
  const [taken, setTaken] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    onTry();
    // the route adds or changes: a new zone must not overwrite one that is there
    const clash = !was && !!known?.some((zone) => zone.id === checked.zone?.id);
    setTaken(clash);
    if (!checked.zone || clash) return;
    const { id, ...body } = checked.zone;
    if (!(await save.run({ params: { id }, body }))) return;
    tell({ title: t("saved"), tone: "ok" });
    router.push("/admin/zones");
  };
  return { submit, save, taken };
}
