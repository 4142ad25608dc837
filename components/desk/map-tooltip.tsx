"use client";

import { useLocale } from "next-intl";
import { useLive, usePulse } from "@/components/live/use-live";
import type { Picked } from "@/components/map/map-picking";
import { useAlertWords } from "@/components/panels/alert-queue/alert-words";
import { Age } from "@/components/panels/signs/age";
import { LevelWord } from "@/components/panels/signs/level-mark";
import { valueText } from "@/components/panels/signs/value-text";
import { PlaceLabel } from "@/components/panels/unit/place-label";
import { LinkLabel } from "@/components/ui/age-label";
import { isPresent, StateLabel } from "@/components/ui/state-label";
import type { Locale } from "@/lib/base/localized";
import type { Alert } from "@/lib/contract/alert";

/** What lies under the pointer, in two lines. For the eye only: lists and panels say it to everybody. */
export function MapTooltip({ picked, x, y }: { picked: Picked; x: number; y: number }) {
  return (
    <div
      aria-hidden="true"
      style={{ left: x, top: y }}
      className="pointer-events-none absolute z-10 mt-4 ml-4 max-w-72 rounded-md border border-line bg-raised px-3 py-2 text-xs shadow-panel"
    >
      <TooltipText picked={picked} />
    </div>
  );
}

function TooltipText({ picked }: { picked: Picked }) {
  const locale = useLocale() as Locale;
  const alert = useLive((city) => (picked.type === "alert" ? city.alerts.get(picked.id) : undefined));
  const incident = useLive((city) => (picked.type === "incident" ? city.incidents.get(picked.id) : undefined));
  const unit = useLive((city) => (picked.type === "unit" ? city.units.get(picked.id) : undefined));
  const station = useLive((city) => (picked.type === "station" ? city.stations.get(picked.id) : undefined));
  if (alert) return <AlertText alert={alert} />;
  if (incident) {
    return (
      <>
        <LevelWord level={incident.level} /> <strong>{incident.title}</strong>
      </>
    );
  }
  if (picked.type === "device") return <DeviceText id={picked.id} />;
  return (
    <>
      <strong>{(unit ?? station)?.name[locale]}</strong> {unit && <PlaceLabel unit={unit} />}
    </>
  );
}

function AlertText({ alert }: { alert: Alert }) {
  const words = useAlertWords(alert);
  return (
    <>
      <p>
        <LevelWord level={alert.level} outline={alert.state !== "raised"} /> <strong>{alert.deviceName}</strong>
      </p>
      <p className="text-muted">
        {words.what} <strong className="text-ink">{words.value}</strong> {words.bar && `(${words.bar})`} ·{" "}
        <Age at={alert.raisedAt} />
      </p>
    </>
  );
}

function DeviceText({ id }: { id: string }) {
  const locale = useLocale() as Locale;
  const device = useLive((city) => city.devices.get(id));
  const kind = useLive((city) => (device ? city.kinds.get(device.kind) : undefined));
  const pulse = usePulse(id);
  if (!device || !kind) return null;
  const stream = kind.streams.find((it) => it.name === kind.main);
  const latest = pulse?.values.get(kind.main);
  return (
    <>
      <p className="font-semibold">{device.name}</p>
      <p className="flex items-center gap-1.5 text-muted">
        <LinkLabel link={pulse?.link ?? "never"} />
        {stream && latest && (
          <>
            {stream.label[locale]}{" "}
            <strong className={isPresent(latest.state) ? "text-ink" : "line-through"}>
              {valueText(stream, latest.value, locale)}
            </strong>{" "}
            · <Age at={latest.at} /> <StateLabel state={latest.state} />
          </>
        )}
      </p>
    </>
  );
}
