"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLive, usePulse } from "@/components/live/use-live";
import type { Locale } from "@/lib/base/localized";
import type { Device } from "@/lib/contract/device";
import type { StreamInfo } from "@/lib/contract/kind";
import { levelNames } from "@/lib/contract/level";
import { barsOf } from "../signs/rule-bars";
import { useRules } from "../signs/use-rules";
import { valueText } from "../signs/value-text";
import { SeriesChart } from "./series-chart";
import { useCrossingMarks } from "./use-crossing-marks";
import { useForecast } from "./use-forecast";
import { useSeries } from "./use-series";

/** The last day of one stream and what is expected of it, with the thresholds that hold for this device. */
export function StreamChart({ device, stream }: { device: Device; stream: StreamInfo }) {
  const t = useTranslations("desk.chart");
  const locale = useLocale() as Locale;
  const live = usePulse(device.id)?.values.get(stream.name);
  const rules = useRules();
  const purpose = useLive((city) => city.zones.get(device.zone)?.purpose);
  const loaded = useSeries(device.id, stream.name);
  const forecast = useForecast(device.id, stream.name, stream.foreseen ?? false);
  const marks = useCrossingMarks(forecast?.crossings);
  const bars = useMemo(
    () =>
      barsOf(rules.values(), device, purpose, stream.name).map((rule) => ({
        level: rule.level,
        value: rule.raise,
        label: `${levelNames[rule.level][locale]} ${valueText(stream, rule.raise, locale)}`,
      })),
    [rules, device, purpose, stream, locale],
  );
  if (loaded.state === "loading") return <Blank role="status">{t("loading")}</Blank>;
  if (loaded.state === "failed") {
    return (
      <Blank role="alert">
        {t("failed")}{" "}
        <button type="button" onClick={loaded.again} className="text-accent underline">
          {t("again")}
        </button>
      </Blank>
    );
  }
  // the first reading of all may have come after the series was loaded
  const spoke = live !== undefined && live.at >= loaded.series.from;
  if (loaded.series.points.length === 0 && !spoke) return <Blank role="status">{t("empty")}</Blank>;
  return (
    <SeriesChart
      {...{ series: loaded.series, stream, live, bars, forecast, marks }}
      keepAliveMs={device.keepAliveMs}
      caption={forecast ? t("withForecast") : t("last24h")}
    />
  );
}

function Blank({ role, children }: { role: "status" | "alert"; children: React.ReactNode }) {
  return (
    <div role={role} className="grid h-[188px] place-items-center rounded bg-raised/40 text-center text-muted text-sm">
      <p>{children}</p>
    </div>
  );
}
