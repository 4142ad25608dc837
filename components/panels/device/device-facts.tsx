"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { usePulse } from "@/components/live/use-live";
import type { Device } from "@/lib/contract/device";
import { PanelSection } from "../signs/panel-frame";

/** The device itself: battery, radio, firmware, security class, place, and whatever it was registered with. */
export function DeviceFacts({ device }: { device: Device }) {
  const t = useTranslations("desk.device");
  const { number } = useFormatter();
  const status = usePulse(device.id)?.status;
  const facts: [string, ReactNode][] = [
    ...(status?.waiting ? [[t("waiting"), number(status.waiting)] satisfies [string, ReactNode]] : []),
    [t("battery"), status?.battery === undefined ? t("notSaid") : `${Math.round(status.battery)} %`],
    [t("rssi"), status?.rssi === undefined ? t("notSaid") : `${status.rssi} dBm`],
    [t("firmware"), status?.firmware ?? t("notSaid")],
    [t("class"), device.class],
    [t("keepAlive"), t("seconds", { n: Math.round(device.keepAliveMs / 1000) })],
    [t("place"), `${device.lat.toFixed(5)}, ${device.lon.toFixed(5)}`],
    ...Object.entries(device.properties),
  ];
  return (
    <PanelSection title={t("facts")}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-xs">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 break-words text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </PanelSection>
  );
}
