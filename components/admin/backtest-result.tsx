"use client";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { SeverityBadge } from "@/components/ui/severity";
import { formatTime } from "@/components/ui/time-label";
import type { Locale } from "@/lib/base/localized";
import type { Backtest, Episode } from "@/lib/contract/backtest";
import { BacktestDays } from "./backtest-days";
import { useCityWords } from "./use-city-words";
import { useDeviceName } from "./use-device-name";

const SHOWN = 50;

/** How often the rule would have raised, on which days, where, and what is different from the rule in force. */
export function BacktestResult({ test }: { test: Backtest }) {
  const t = useTranslations("admin.backtest");
  const { number } = useFormatter();
  if (test.readings === 0) return <p role="status">{t("empty")}</p>;
  const { counts, compared } = test;
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4" data-backtest={counts.now}>
        <Figure label={t("now")} value={counts.now} />
        {compared && <Figure label={t("before")} value={counts.before} />}
        {compared && <Figure label={t("added")} value={counts.added} tone="text-level-3" />}
        {compared && <Figure label={t("gone")} value={counts.gone} tone="text-accent" />}
      </dl>
      <BacktestDays days={test.days} compared={compared} />
      <Episodes episodes={test.episodes} compared={compared} />
      <p className="text-faint text-xs">
        {t("cost", {
          readings: test.readings,
          streams: test.streams,
          seconds: number(test.tookMs / 1000, { maximumFractionDigits: 1 }),
        })}
      </p>
    </div>
  );
}

function Figure({ label, value, tone }: { label: string; value: number; tone?: string }) {
  const { number } = useFormatter();
  return (
    <div>
      <dt className="text-muted text-xs">{label}</dt>
      <dd className={cx("font-semibold text-xl tabular-nums", tone)}>{number(value)}</dd>
    </div>
  );
}

function Episodes({ episodes, compared }: { episodes: readonly Episode[]; compared: boolean }) {
  const t = useTranslations("admin.backtest");
  const { zoneName } = useCityWords();
  const deviceName = useDeviceName();
  if (episodes.length === 0) return <p role="status">{t("none")}</p>;
  const rest = episodes.length - SHOWN;
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm tabular-nums">
        <thead>
          <tr className="text-left text-muted text-xs">
            <th className="py-1 pr-3 font-medium">{t("level")}</th>
            <th className="py-1 pr-3 font-medium">{t("where")}</th>
            <th className="py-1 pr-3 font-medium">{t("raised")}</th>
            <th className="py-1 pr-3 font-medium">{t("clears")}</th>
            {compared && <th className="py-1 font-medium">{t("difference")}</th>}
          </tr>
        </thead>
        <tbody>
          {episodes.slice(0, SHOWN).map((episode) => (
            <EpisodeRow
              key={`${episode.change} ${episode.deviceId} ${episode.zone} ${episode.raisedAt}`}
              episode={episode}
              where={episode.zone === null ? deviceName(episode.deviceId) : zoneName(episode.zone)}
              compared={compared}
            />
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="mt-2 text-muted text-xs">{t("more", { n: rest })}</p>}
    </div>
  );
}

const tones: Record<Episode["change"], string> = { same: "text-muted", added: "text-level-3", gone: "text-accent" };

type EpisodeProps = { episode: Episode; where: string; compared: boolean };

function EpisodeRow({ episode, where, compared }: EpisodeProps) {
  const t = useTranslations("admin.backtest");
  const locale = useLocale() as Locale;
  const { raisedAt, clearedAt, change, level } = episode;
  return (
    <tr className="border-line border-t">
      <td className="py-1 pr-3">
        <SeverityBadge level={level} />
      </td>
      <td className="py-1 pr-3">{where}</td>
      <td className="whitespace-nowrap py-1 pr-3">{formatTime(raisedAt, locale, "day-time")}</td>
      <td className="whitespace-nowrap py-1 pr-3">
        {clearedAt === null ? t("stands") : formatTime(clearedAt, locale, "day-time")}
      </td>
      {compared && <td className={cx("py-1", tones[change])}>{t(`change.${change}`)}</td>}
    </tr>
  );
}
