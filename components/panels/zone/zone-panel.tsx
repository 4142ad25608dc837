"use client";

import { MapPinned } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLive, usePulse } from "@/components/live/use-live";
import type { Locale } from "@/lib/base/localized";
import type { Device } from "@/lib/contract/device";
import { LinkMark } from "../signs/link-mark";
import { PanelEmpty, PanelFrame, PanelSection } from "../signs/panel-frame";
import { valueText } from "../signs/value-text";

type ZonePanelProps = { zoneId: string; showDevice(id: string): void; onClose(): void };

/** One zone and the devices in it. */
export function ZonePanel({ zoneId, showDevice, onClose }: ZonePanelProps) {
  const t = useTranslations("desk.zone");
  const locale = useLocale() as Locale;
  const zone = useLive((city) => city.zones.get(zoneId));
  const devices = useLive((city) => city.devices);
  const inside = useMemo(
    () =>
      [...devices.values()]
        .filter((device) => device.zone === zoneId && device.retiredAt === null)
        .sort((a, b) => a.name.localeCompare(b.name, locale)),
    [devices, zoneId, locale],
  );
  if (!zone) return <PanelEmpty title={t("gone")} text={t("goneHint")} onClose={onClose} />;
  const under = <p className="text-muted text-xs">{t(`purpose.${zone.purpose}`)}</p>;
  return (
    <PanelFrame
      icon={<MapPinned size={18} aria-hidden="true" />}
      title={zone.name[locale]}
      under={under}
      onClose={onClose}
    >
      <PanelSection title={t("devices", { n: inside.length })}>
        <ul>
          {inside.map((device) => (
            <ZoneDevice key={device.id} device={device} onShow={() => showDevice(device.id)} />
          ))}
        </ul>
        {inside.length === 0 && <p className="text-muted text-sm">{t("empty")}</p>}
      </PanelSection>
    </PanelFrame>
  );
}

function ZoneDevice({ device, onShow }: { device: Device; onShow(): void }) {
  const locale = useLocale() as Locale;
  const pulse = usePulse(device.id);
  const kind = useLive((city) => city.kinds.get(device.kind));
  const main = kind ? pulse?.values.get(kind.main) : undefined;
  const stream = kind?.streams.find((it) => it.name === kind.main);
  return (
    <li>
      <button
        type="button"
        onClick={onShow}
        className="flex min-h-8 w-full items-center gap-2 rounded px-1 text-left text-sm hover:bg-raised"
      >
        <LinkMark link={pulse?.link ?? "never"} />
        <span className="min-w-0 flex-1 truncate">{device.name}</span>
        <span className={`tabular-nums ${pulse?.link === "fresh" ? "" : "text-muted"}`}>
          {main ? valueText(stream, main.value, locale) : "–"}
        </span>
      </button>
    </li>
  );
}
