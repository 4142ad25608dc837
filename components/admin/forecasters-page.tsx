"use client";
import { useFormatter, useTranslations } from "next-intl";
import { MINUTE } from "@/lib/base/clock";
import type { ForecasterInfo, ForecastScore } from "@/lib/contract/forecast";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { useCity } from "./use-city";

const AGAIN_MS = 30_000;

/** Who forecasts levels, what they learnt from, and how often they were right: on history, and in this city. */
export function ForecastersPage() {
  const t = useTranslations("admin.forecasts");
  const known = useCity("listForecasters", {}, AGAIN_MS);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <LoadState of={known} />
      <div className="flex max-w-4xl flex-col gap-4">
        {known.data?.forecasters.map((by) => (
          <ForecasterCard key={`${by.id} ${by.trainedAt}`} by={by} />
        ))}
      </div>
    </>
  );
}

function ForecasterCard({ by }: { by: ForecasterInfo }) {
  const t = useTranslations("admin.forecasts");
  const { dateTime } = useFormatter();
  const day = (at: number) => dateTime(at, { dateStyle: "medium" });
  const { trainedAt, from, to, source, trained, served } = by;
  return (
    <section className="rounded-panel border border-line bg-panel p-4" data-forecaster={by.id}>
      <h3 className="font-semibold">{trainedAt === null ? t("trend") : `${by.deviceId} · ${by.stream}`}</h3>
      <p className="mt-1 text-muted text-sm">
        {trainedAt === null || from === null || to === null
          ? t("trendHint")
          : t("learnt", { source, from: day(from), to: day(to), trained: day(trainedAt) })}
      </p>
      {trained.length > 0 && <Scores caption={t("onHistory")} scores={trained.map((s) => ({ name: "", ...s }))} />}
      {served.length > 0 ? (
        <Scores caption={t("here")} scores={served.map((s) => ({ name: `${s.deviceId} · ${s.stream} `, ...s }))} />
      ) : (
        <p className="mt-3 text-muted text-sm">{t("hereNone")}</p>
      )}
    </section>
  );
}

type Named = ForecastScore & { name: string };

function Scores({ caption, scores }: { caption: string; scores: readonly Named[] }) {
  const t = useTranslations("admin.forecasts");
  return (
    <div className="mt-3 overflow-x-auto">
      <table className="w-full text-sm tabular-nums">
        <caption className="text-left font-medium">{caption}</caption>
        <thead>
          <tr className="text-left text-muted text-xs">
            {(["level", "crossings", "foretold", "came", "lapsed", "leadTime"] as const).map((name) => (
              <th key={name} scope="col" className="py-1 pr-3 font-medium">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scores.map((score) => (
            <ScoreRow key={`${score.name}${score.threshold}`} score={score} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ScoreRow({ score }: { score: Named }) {
  const t = useTranslations("admin.forecasts");
  const { name, threshold, crossings, hits, alerts, falseAlarms, leadMs } = score;
  const cells = [t("hitOf", { hits, crossings }), alerts, alerts - falseAlarms, falseAlarms];
  return (
    <tr className="border-line border-t">
      <th scope="row" className="py-1 pr-3 text-left font-normal">
        {name}
        {threshold}
      </th>
      {cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change their order
        <td key={i} className="py-1 pr-3">
          {cell}
        </td>
      ))}
      <td className="py-1">{leadMs === null ? "–" : t("minutes", { n: Math.round(leadMs / MINUTE) })}</td>
    </tr>
  );
}
