"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useLive, usePulse } from "@/components/live/use-live";
import { KindIcon } from "@/components/ui/kind-icon";
import type { Locale } from "@/lib/base/localized";
import type { Device } from "@/lib/contract/device";
import type { KindInfo } from "@/lib/contract/kind";
import { CameraState } from "../camera/camera-state";
import { Age } from "../signs/age";
import { LinkMark } from "../signs/link-mark";
import { PanelEmpty, PanelFrame, PanelSection } from "../signs/panel-frame";
import { AlertCard, type AlertCardActions } from "./alert-card";
import { DeviceFacts } from "./device-facts";
import { SignState } from "./sign-state";
import { StreamChart } from "./stream-chart";
import { StreamValues } from "./stream-values";

type DevicePanelProps = {
  deviceId: string;
  alertId: string | null;
  readOnly: boolean;
  actions: AlertCardActions;
  onClose(): void;
};

/** One device: what it says now, how old that is, its day, its alerts, its health. A camera shows its state, never a picture. */
export function DevicePanel({ deviceId, alertId, readOnly, actions, onClose }: DevicePanelProps) {
  const t = useTranslations("desk.device");
  const device = useLive((city) => city.devices.get(deviceId));
  const kind = useLive((city) => (device ? city.kinds.get(device.kind) : undefined));
  if (!device || !kind)
    return <PanelEmpty title={t("gone")} text={t("goneHint", { id: deviceId })} onClose={onClose} />;
  return (
    <PanelFrame
      icon={<KindIcon path={kind.icon} />}
      title={device.name}
      under={<Under device={device} kind={kind} />}
      onClose={onClose}
    >
      <DeviceAlerts deviceId={deviceId} alertId={alertId} readOnly={readOnly} actions={actions} />
      {kind.camera && <CameraState deviceId={deviceId} />}
      {device.sign && <SignState sign={device.sign} />}
      <DeviceStreams key={deviceId} device={device} kind={kind} />
      <DeviceFacts device={device} />
    </PanelFrame>
  );
}

function Under({ device, kind }: { device: Device; kind: KindInfo }) {
  const t = useTranslations("desk.device");
  const locale = useLocale() as Locale;
  const pulse = usePulse(device.id);
  const lineLive = useLive((city) => city.connection.state === "live");
  const zone = useLive((city) => city.zones.get(device.zone))?.name[locale];
  return (
    <>
      <p className="truncate text-muted text-xs">
        {kind.label[locale]}
        {zone && ` · ${zone}`} · {device.id}
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
        {lineLive ? (
          <LinkMark link={pulse?.link ?? "never"} word />
        ) : (
          <span className="font-semibold text-level-2">{t("unknownLink")}</span>
        )}
        {pulse?.lastSeenAt != null && (
          <span className="text-muted">
            {t("seen")} <Age at={pulse.lastSeenAt} />
          </span>
        )}
        {device.simulated && (
          <span className="rounded border border-line px-1.5 py-px text-muted">{t("simulated")}</span>
        )}
      </p>
    </>
  );
}

function DeviceAlerts({ deviceId, alertId, readOnly, actions }: Omit<DevicePanelProps, "onClose">) {
  const t = useTranslations("desk.device");
  const alerts = useLive((city) => city.alerts);
  const standing = useMemo(
    () =>
      [...alerts.values()]
        .filter((alert) => alert.deviceId === deviceId && (alert.state !== "cleared" || alert.id === alertId))
        .sort((a, b) => Number(b.id === alertId) - Number(a.id === alertId) || b.level - a.level),
    [alerts, deviceId, alertId],
  );
  if (standing.length === 0) return null;
  return (
    <PanelSection title={t("alerts")}>
      <ul className="flex flex-col gap-2">
        {standing.map((alert) => (
          <AlertCard
            key={alert.id}
            alert={alert}
            selected={alert.id === alertId}
            readOnly={readOnly}
            actions={actions}
          />
        ))}
      </ul>
    </PanelSection>
  );
}

function DeviceStreams({ device, kind }: { device: Device; kind: KindInfo }) {
  const t = useTranslations("desk.device");
  const [shown, setShown] = useState(kind.main);
  const stream = kind.streams.find((it) => it.name === shown) ?? kind.streams[0];
  if (!stream) return null;
  return (
    <PanelSection title={t("values")}>
      <StreamValues device={device} kind={kind} shown={stream.name} onShow={setShown} />
      <StreamChart device={device} stream={stream} />
    </PanelSection>
  );
}
