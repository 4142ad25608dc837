"use client";
import { useTranslations } from "next-intl";
import { CameraSetupPanel } from "@/components/cameras/camera-setup";
import { Notice } from "@/components/ui/notice";
import { TimeLabel } from "@/components/ui/time-label";
import type { Device } from "@/lib/contract/device";
import { DeviceEdit } from "./device-edit";
import { DeviceFacts } from "./device-facts";
import { DeviceKeyPanel } from "./device-key-panel";
import { DeviceRetire } from "./device-retire";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { useCity } from "./use-city";
import { useCityWords } from "./use-city-words";

const REFRESH_MS = 10_000;

/** One device: how it is, its name and place, its key, its end. */
export function DevicePage({ id }: { id: string }) {
  const t = useTranslations("admin");
  const device = useCity("getDevice", { params: { id } }, REFRESH_MS);
  const crumbs = [{ href: "/admin/devices", label: t("nav.devices") }];
  const unknown = device.failure?.code === "not-found";
  return (
    <>
      <PageHead title={device.data?.name ?? id} lead={device.data && id} crumbs={crumbs} />
      {unknown ? <Notice tone="caution" title={t("device.unknown", { id })} /> : <LoadState of={device} />}
      {device.data && <Rooms device={device.data} refresh={device.refresh} />}
    </>
  );
}

function Rooms({ device, refresh }: { device: Device; refresh(): Promise<void> }) {
  const t = useTranslations("admin.device");
  const city = useCityWords();
  const isCamera = city.kindOf(device.kind)?.camera === true;
  const inService = device.retiredAt === null;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex flex-col gap-4">
        {device.retiredAt !== null && (
          <Notice tone="caution">
            {t.rich("isRetired", { at: () => <TimeLabel at={device.retiredAt ?? 0} style="full" /> })}
          </Notice>
        )}
        {inService && <DeviceEdit key={device.id} device={device} city={city} onSaved={refresh} />}
        {inService && isCamera && <CameraSetupPanel key={`camera-${device.id}`} cameraId={device.id} />}
      </div>
      <div className="flex flex-col gap-4">
        <DeviceFacts device={device} kind={city.kindOf(device.kind)} zone={city.zoneName(device.zone)} />
        {inService && <DeviceKeyPanel device={device} />}
        {inService && <DeviceRetire device={device} onRetired={refresh} />}
      </div>
    </div>
  );
}
