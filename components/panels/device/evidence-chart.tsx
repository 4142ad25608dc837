"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import { HOUR } from "@/lib/base/clock";
import type { Locale } from "@/lib/base/localized";
import type { Alert } from "@/lib/contract/alert";
import type { AlertAccount, Evidence } from "@/lib/contract/evidence";
import type { StreamInfo } from "@/lib/contract/kind";
import { levelNames } from "@/lib/contract/level";
import { valueText } from "../signs/value-text";
import type { ChartBar } from "./chart-marks";
import { SeriesChart } from "./series-chart";
import { useCrossingMarks } from "./use-crossing-marks";

/** A forecast looks back a day; what led to it stands in the last hours. */
const SHOWN_MS = 6 * HOUR;

/** The readings that an alert rests on, with the bar that they crossed; of a forecast, with what was expected of them. */
export function EvidenceChart({ alert, account }: { alert: Alert; account: AlertAccount }) {
  const t = useTranslations("desk.account");
  const { evidence, replay } = account;
  const own =
    evidence?.streams.find((s) => s.deviceId === alert.deviceId && s.stream === alert.stream) ?? evidence?.streams[0];
  const stream = useLive((city) => (own ? city.kinds.get(own.kind) : undefined))?.streams.find(
    (s) => s.name === own?.stream,
  );
  if (!evidence || !own || !stream || own.at.length === 0) return null;
  const { rule } = evidence;
  const read = evidence.streams.reduce((sum, s) => sum + s.at.length, 0);
  return (
    <div className="mt-2">
      <p className="text-muted text-xs">
        {alert.forecast
          ? t("foretoldFrom", { n: read, streams: evidence.streams.length })
          : t("rests", { n: own.at.length, version: rule.version })}
        {rule.holdMs > 0 && ` · ${t("held", { minutes: rule.holdMs / 60_000 })}`}
        {replay && ` · ${t(replay.equal ? "again" : "notAgain")}`}
      </p>
      <Drawn alert={alert} evidence={evidence} own={own} stream={stream} />
    </div>
  );
}

type DrawnProps = { alert: Alert; evidence: Evidence; own: Evidence["streams"][number]; stream: StreamInfo };

function Drawn({ alert, evidence, own, stream }: DrawnProps) {
  const t = useTranslations("desk.account");
  const locale = useLocale() as Locale;
  const { rule, forecast } = evidence;
  const { level, raisedAt, forecast: foretold } = alert;
  const marks = useCrossingMarks(
    useMemo(() => foretold && [{ ...foretold.first, level, threshold: foretold.threshold }], [foretold, level]),
  );
  const bars = useMemo<ChartBar[]>(() => {
    const bar = (at: ChartBar["level"], value: number) => ({
      ...{ level: at, value },
      label: `${levelNames[at][locale]} ${valueText(stream, value, locale)}`,
    });
    if (foretold) return [bar(level, foretold.threshold)];
    return rule.measure.type === "value" ? [bar(rule.level, rule.raise)] : [];
  }, [foretold, level, rule, stream, locale]);
  const series = useMemo(() => seriesOf(own, raisedAt, foretold !== undefined), [own, raisedAt, foretold]);
  const stepMs = (series.to - series.from) / Math.max(1, series.points.length - 1);
  return (
    <SeriesChart
      {...{ series, stream, live: undefined, bars, marks, forecast: forecast ?? null }}
      keepAliveMs={stepMs}
      caption={t(foretold ? "foretold" : "before")}
    />
  );
}

function seriesOf(own: Evidence["streams"][number], raisedAt: number, foretold: boolean) {
  const since = foretold ? raisedAt - SHOWN_MS : Number.NEGATIVE_INFINITY;
  const points = own.at.flatMap((at, i) => {
    const value = own.value[i] ?? 0;
    return at < since ? [] : [{ at, min: value, max: value, last: value, sum: value, count: 1 }];
  });
  const [first, last] = [points[0]?.at ?? raisedAt, points.at(-1)?.at ?? raisedAt];
  return { from: first, to: Math.max(raisedAt, last), stream: own.stream, points };
}
