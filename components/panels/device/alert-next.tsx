"use client";

import { useLocale, useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";
import { MINUTE } from "@/lib/base/clock";
import type { Locale } from "@/lib/base/localized";
import type { Alert } from "@/lib/contract/alert";
import type { AlertAccount } from "@/lib/contract/evidence";
import type { Forecast, ForecastScore } from "@/lib/contract/forecast";
import type { StreamInfo } from "@/lib/contract/kind";
import { levelNames } from "@/lib/contract/level";
import { Moment } from "../signs/age";
import { LevelMark } from "../signs/level-mark";
import { valueText } from "../signs/value-text";
import { useNotLater } from "./use-forecast";

/** A crossing less likely than this is not worth a line. */
const WORTH = 0.05;

/** What is expected from now on, and how good who says so has been. */
export function AlertNext({ alert, account }: { alert: Alert; account: AlertAccount }) {
  const t = useTranslations("desk.next");
  const stream = useLive((city) => city.kinds.get(alert.kind))?.streams.find((s) => s.name === alert.stream);
  const { forecaster } = account;
  const next = useNotLater(account.next);
  const over = alert.clearedAt !== null;
  // the past knows of no next
  if (account.next && !next) return null;
  if (over && !forecaster) return null;
  const title = t(over ? "titleOver" : "title");
  return (
    <section aria-label={title} className="mt-2.5 border-line border-t pt-2 text-xs">
      <h4 className="font-semibold text-sm">{title}</h4>
      {!over && (next ? <Expected next={next} stream={stream} /> : <Nothing foreseen={stream?.foreseen ?? false} />)}
      {alert.forecast && forecaster && (
        <>
          <ScoreLine where="trained" score={forecaster.trained} stream={stream} />
          <ScoreLine where="served" score={forecaster.served} stream={stream} />
        </>
      )}
    </section>
  );
}

function Nothing({ foreseen }: { foreseen: boolean }) {
  const t = useTranslations("desk.next");
  return <p className="mt-1 text-muted">{t(foreseen ? "tooLittle" : "never")}</p>;
}

function Expected({ next, stream }: { next: Forecast; stream: StreamInfo | undefined }) {
  const t = useTranslations("desk.next");
  const locale = useLocale() as Locale;
  const say = (value: number) => valueText(stream, value, locale);
  const { value, highest } = next;
  const likely = next.crossings.filter((c) => c.probability >= WORTH).sort((a, b) => a.threshold - b.threshold);
  return (
    <>
      <p className="mt-1">
        {t(say(highest.high) === say(value) ? "falls" : "highest", {
          ...{ value: say(highest.middle), low: say(highest.low), high: say(highest.high) },
        })}
      </p>
      {likely.length === 0 && <p className="mt-0.5 text-muted">{t("noMore")}</p>}
      <ul className="mt-0.5 flex flex-col gap-0.5">
        {likely.map(({ ruleId, level, threshold, probability, expectedAt, from, to }) => (
          <li key={`${ruleId} ${threshold}`} className="flex flex-wrap items-center gap-x-1.5 tabular-nums">
            <LevelMark level={level} size={11} />
            <strong>
              {levelNames[level][locale]} {say(threshold)}
            </strong>
            {t("chance", { percent: Math.round(100 * probability) })}
            <span className="text-muted">
              <Moment at={expectedAt} about /> (<Moment at={from} about dayless />–
              <Moment at={to} about dayless />)
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-0.5 text-muted">{t(next.by.trainedAt === null ? "byTrend" : "byModel", { id: next.by.id })}</p>
    </>
  );
}

type ScoreProps = { where: "trained" | "served"; score: ForecastScore | null; stream: StreamInfo | undefined };

function ScoreLine({ where, score, stream }: ScoreProps) {
  const t = useTranslations("desk.next");
  const locale = useLocale() as Locale;
  if (!score) return where === "served" ? <p className="mt-1 text-muted">{t("servedNone")}</p> : null;
  const { crossings, hits, alerts, falseAlarms, leadMs, threshold } = score;
  const figures = { crossings, hits, alerts, lapsed: falseAlarms, came: alerts - falseAlarms };
  return (
    <p className="mt-1 text-muted" data-score={where}>
      {t(where, { ...figures, level: valueText(stream, threshold, locale) })}{" "}
      {leadMs !== null && t("lead", { minutes: Math.round(leadMs / MINUTE) })}
    </p>
  );
}
