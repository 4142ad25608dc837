"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import type { DeviceKey } from "@/lib/contract/device";
import { checkDevice, type DeviceDraft, emptyDevice } from "./device-draft";
import { DeviceFields } from "./device-fields";
import { FailureNote } from "./failure-note";
import { FaultSummary } from "./field";
import { KeyOnce } from "./key-once";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { PlacePicker } from "./place-picker";
import { useAttempts } from "./use-attempts";
import { useDeed } from "./use-city";
import { useCityWords } from "./use-city-words";

/** A new device, and then its key, once. */
export function DeviceAdd() {
  const t = useTranslations("admin");
  const router = useRouter();
  const [made, setMade] = useState<DeviceKey | null>(null);
  const leave = (id: string) => router.push(`/admin/devices/${encodeURIComponent(id)}`);
  return (
    <>
      <PageHead
        title={t("device.newTitle")}
        lead={t("device.newLead")}
        crumbs={[{ href: "/admin/devices", label: t("nav.devices") }]}
      />
      {made ? <KeyOnce made={made} onStored={() => leave(made.deviceId)} /> : <AddForm onMade={setMade} />}
    </>
  );
}

function AddForm({ onMade }: { onMade(made: DeviceKey): void }) {
  const t = useTranslations("admin.device");
  const city = useCityWords();
  const add = useDeed("addDevice");
  const [draft, setDraft] = useState<DeviceDraft>(emptyDevice);
  const attempts = useAttempts();
  const checked = checkDevice(draft);
  const faults = (attempts.attempt > 0 && checked.faults) || {};
  const change = (part: Partial<DeviceDraft>) => setDraft((old) => ({ ...old, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    attempts.tried();
    const made = checked.device && (await add.run({ body: checked.device }));
    if (made) onMade(made);
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-6 xl:grid-cols-2">
      {city.failed && (
        <div className="xl:col-span-2">
          <LoadState of={city.failed} />
        </div>
      )}
      <DeviceFields isNew draft={draft} faults={faults} city={city} onChange={change} />
      <PlacePicker draft={draft} faults={faults} onChange={change} />
      <div className="flex flex-col items-start gap-3 xl:col-span-2">
        <FaultSummary faults={faults} attempt={attempts.attempt} />
        <FailureNote failure={add.failure} sentences={{ conflict: "deviceTaken" }} />
        <Button type="submit" variant="primary" busy={add.busy}>
          {t("create")}
        </Button>
      </div>
    </form>
  );
}
