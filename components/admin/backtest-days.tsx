"use client";
import { useLocale, useTranslations } from "next-intl";
import { formatTime } from "@/components/ui/time-label";
import type { Locale } from "@/lib/base/localized";
import type { Backtest } from "@/lib/contract/backtest";

const HEIGHT = 72;
const WIDTH = 720;

/** How often the rule would have raised each day, and below the line how often the rule in force would have. */
export function BacktestDays({ days, compared }: { days: Backtest["days"]; compared: boolean }) {
  const t = useTranslations("admin.backtest");
  const locale = useLocale() as Locale;
  const most = Math.max(1, ...days.map((d) => Math.max(d.now, d.before)));
  const step = WIDTH / Math.max(1, days.length);
  const tall = (count: number) => (count / most) * HEIGHT;
  const [first, last] = [days[0], days.at(-1)];
  const total = HEIGHT * (compared ? 2 : 1) + 1;
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${total}`}
        role="img"
        aria-label={t("daysLabel", { most })}
        className="h-28 w-full"
        preserveAspectRatio="none"
      >
        {days.map((day, i) => (
          <g key={day.at}>
            <title>{t("dayTitle", { day: formatTime(day.at, locale, "day"), now: day.now, before: day.before })}</title>
            <rect
              x={i * step}
              y={HEIGHT - tall(day.now)}
              width={Math.max(0.5, step * 0.8)}
              height={tall(day.now)}
              className="fill-level-3"
            />
            {compared && (
              <rect
                x={i * step}
                y={HEIGHT + 1}
                width={Math.max(0.5, step * 0.8)}
                height={tall(day.before)}
                className="fill-accent"
              />
            )}
          </g>
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} className="stroke-line" />
      </svg>
      <figcaption className="mt-1 text-muted text-xs">
        <span className="flex justify-between gap-2 tabular-nums">
          <span>{first && formatTime(first.at, locale, "day")}</span>
          <span>{last && formatTime(last.at, locale, "day")}</span>
        </span>
        {compared ? t("legendBoth", { most }) : t("legend", { most })}
      </figcaption>
    </figure>
  );
}
