"use client";
import { useFormatter, useTranslations } from "next-intl";
import { MINUTE } from "@/lib/base/clock";
import type { ForecasterInfo, ForecastScore } from "@/lib/contract/forecast";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { useCity } from "./use-city";
import { useStreamWords } from "./use-stream-words";

const AGAIN_MS = 30_000;

/** Who forecasts levels, what they learnt from, and how often they were right: on history, and in this city. */
export function ForecastersPage() {
  const t = useTranslations("admin.forecasts");
  const known = useCity("listForecasters", {}, AGAIN_MS);
  const say = useStreamWords();
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <LoadState of={known} />
      <div className="flex max-w-4xl flex-col gap-4">
        {known.data?.forecasters.map((by) => (
          <ForecasterCard key={`${by.id} ${by.trainedAt}`} by={by} say={say} />
        ))}
      </div>
    </>
  );
}

type Say = ReturnType<typeof useStreamWords>;

function ForecasterCard({ by, say }: { by: ForecasterInfo; say: Say }) {
  const t = useTranslations("admin.forecasts");
  const { dateTime } = useFormatter();
  const day = (at: number) => dateTime(at, { dateStyle: "medium" });
  const { deviceId, stream, trainedAt, from, to, source, trained, served } = by;
  const learnt = deviceId !== null && stream !== null ? { deviceId, stream } : null;
  const told = served.map((score) => ({ ...score, of: score }));
  return (
    <section className="rounded-panel border border-line bg-panel p-4" data-forecaster={by.id}>
      <h3 className="font-semibold">{learnt ? say.name(learnt.deviceId, learnt.stream) : t("trend")}</h3>
      <p className="mt-1 text-muted text-sm">
        {trainedAt === null || from === null || to === null
          ? t("trendHint")
          : t("learnt", { source, from: day(from), to: day(to), trained: day(trainedAt) })}
      </p>
      {learnt && trained.length > 0 && (
        <Scores caption={t("onHistory")} scores={trained.map((score) => ({ ...score, of: learnt }))} say={say} />
      )}
      {told.length > 0 ? (
        <Scores caption={t("here")} scores={told} named={!learnt} say={say} />
      ) : (
        <p className="mt-3 text-muted text-sm">{t("hereNone")}</p>
      )}
    </section>
  );
}

type Scored = ForecastScore & { of: { deviceId: string; stream: string } };
/** `named`: each line says of which stream it is, where the card does not. */
type ScoresProps = { caption: string; scores: readonly Scored[]; named?: boolean; say: Say };

const COLUMNS = ["level", "crossings", "foretold", "came", "lapsed", "leadTime"] as const;

function Scores({ caption, scores, named = false, say }: ScoresProps) {
  const t = useTranslations("admin.forecasts");
  const levelOf = ({ of, threshold }: Scored) =>
    [named && say.name(of.deviceId, of.stream), say.value(of.stream, threshold)].filter(Boolean).join(" ");
  return (
    <div className="mt-3 overflow-x-auto">
      <table className="w-full min-w-lg table-fixed text-sm tabular-nums">
        <caption className="text-left font-medium">{caption}</caption>
        <thead>
          <tr className="text-left text-muted text-xs">
            {COLUMNS.map((name) => (
              <th
                key={name}
                scope="col"
                className={`py-1 pr-3 font-medium ${named && name === "level" ? "w-2/5" : ""}`}
              >
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scores.map((score) => (
            <ScoreRow key={`${score.of.deviceId} ${score.threshold}`} score={score} level={levelOf(score)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ScoreRow({ score, level }: { score: Scored; level: string }) {
  const t = useTranslations("admin.forecasts");
  const { crossings, hits, alerts, falseAlarms, leadMs } = score;
  const cells = [t("hitOf", { hits, crossings }), alerts, alerts - falseAlarms, falseAlarms];
  return (
    <tr className="border-line border-t">
      <th scope="row" className="py-1 pr-3 text-left font-normal">
        {level}
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
