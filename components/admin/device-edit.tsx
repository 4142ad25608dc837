"use client";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { useToast } from "@/components/ui/toast";
import { distanceM } from "@/lib/base/geo";
import type { Device } from "@/lib/contract/device";
import { checkDevice, type DeviceDraft } from "./device-draft";
import { DeviceFields } from "./device-fields";
import { FailureNote } from "./failure-note";
import { FaultSummary } from "./field";
import { LoadState } from "./load-state";
import { draftOfPlace, placeOf } from "./place-draft";
import { PlacePicker } from "./place-picker";
import { useAttempts } from "./use-attempts";
import { useDeed } from "./use-city";
import type { useCityWords } from "./use-city-words";

type Edit = { device: Device; city: ReturnType<typeof useCityWords>; onSaved(): Promise<void> };

const draftOf = ({ id, kind, name, zone, lat, lon, ...device }: Device): DeviceDraft => ({
  ...draftOfPlace({ lat, lon }),
  id,
  kind,
  name,
  zone,
  class: String(device.class),
});

/** A device's name, zone, class and place. What others change meanwhile does not touch what is being typed. */
export function DeviceEdit({ device, city, onSaved }: Edit) {
  const t = useTranslations("admin");
  const tell = useToast();
  const save = useDeed("changeDevice");
  const [draft, setDraft] = useState<DeviceDraft>(() => draftOf(device));
  const attempts = useAttempts();
  const checked = checkDevice(draft);
  const faults = (attempts.attempt > 0 && checked.faults) || {};
  const change = (part: Partial<DeviceDraft>) => setDraft((old) => ({ ...old, ...part }));
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(device));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    attempts.tried();
    if (!checked.device) return;
    const { name, zone, lat, lon, class: level } = checked.device;
    const body = { name, zone, lat, lon, class: level };
    const saved = await save.run({ params: { id: device.id }, body });
    if (!saved) return;
    setDraft(draftOf(saved));
    attempts.forget();
    tell({ title: t("actions.saved"), tone: "ok" });
    await onSaved();
  };
  return (
    <Panel level={3} title={t("device.edit")}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {city.failed && <LoadState of={city.failed} />}
        <DeviceFields isNew={false} draft={draft} faults={faults} city={city} onChange={change} />
        <PlacePicker draft={draft} was={device} faults={faults} onChange={change} />
        <Moved device={device} draft={draft} />
        <FaultSummary faults={faults} attempt={attempts.attempt} />
        <FailureNote failure={save.failure} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={save.busy} disabled={!changed}>
            {t("actions.save")}
          </Button>
          <Button variant="ghost" disabled={!changed} onClick={() => setDraft(draftOf(device))}>
            {t("actions.cancel")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** How far the device is about to move: a slip of the hand is seen before it is saved. */
function Moved({ device, draft }: { device: Device; draft: DeviceDraft }) {
  const t = useTranslations("admin.device");
  const { number } = useFormatter();
  const place = placeOf(draft);
  const metres = place ? distanceM(device, place) : 0;
  const far = metres >= 1000;
  const unit = { style: "unit", unit: far ? "kilometer" : "meter", maximumFractionDigits: far ? 1 : 0 } as const;
  return (
    <p role="status" className="text-sm text-level-2 empty:hidden">
      {metres >= 0.5 && t("moved", { metres: number(far ? metres / 1000 : metres, unit) })}
    </p>
  );
}
