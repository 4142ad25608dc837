"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive, usePulse } from "@/components/live/use-live";
import { valueText } from "@/components/panels/signs/value-text";
import { AgeLabel } from "@/components/ui/age-label";
import { KindIcon } from "@/components/ui/kind-icon";
import { isPresent, StateLabel } from "@/components/ui/state-label";
import type { Locale } from "@/lib/base/localized";
import type { Device } from "@/lib/contract/device";
import type { Incident } from "@/lib/contract/incident";
import { useIncidentDevices } from "./use-incident-devices";

/** What the devices of an incident measure now, each with its age: a value that is old says so. */
export function SiteDevices({ incident }: { incident: Incident }) {
  const t = useTranslations("dispatch.detail");
  const devices = useIncidentDevices(useMemo(() => [incident], [incident]));
  if (devices.length === 0) return <p className="text-sm text-muted">{t("noValue")}</p>;
  return (
    <ul className="space-y-2">
      {devices.map((device) => (
        <SiteDevice key={device.id} device={device} />
      ))}
    </ul>
  );
}

function SiteDevice({ device }: { device: Device }) {
  const t = useTranslations("dispatch.detail");
  const locale = useLocale() as Locale;
  const kind = useLive((city) => city.kinds.get(device.kind));
  const pulse = usePulse(device.id);
  const now = useCityNow();
  const stream = kind?.streams.find((it) => it.name === kind.main);
  const latest = kind && pulse?.values.get(kind.main);
  // while the line is down nobody knows whether the device still speaks
  const connected = useLive((city) => city.connection.state === "live");
  const live = connected && pulse?.link === "fresh" && latest !== undefined && isPresent(latest.state);
  return (
    <li className="flex items-start gap-2 text-sm">
      {kind && <KindIcon path={kind.icon} className="mt-0.5 text-muted" />}
      <div className="min-w-0 flex-1">
        <p className="font-medium">{device.name}</p>
        <p className="text-xs text-muted">{stream?.label[locale] ?? kind?.label[locale]}</p>
      </div>
      <div className="shrink-0 text-right">
        <p className={live ? "font-semibold" : "text-muted"}>
          {latest ? valueText(stream, latest.value, locale) : t("noValue")}
        </p>
        <AgeLabel at={latest?.at ?? null} now={now} link={connected ? (pulse?.link ?? "never") : undefined} />
        {connected && latest && <StateLabel state={latest.state} className="ml-1.5" />}
      </div>
    </li>
  );
}
