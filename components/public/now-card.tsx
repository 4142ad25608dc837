import { CircleCheck, CircleHelp, DatabaseZap, TriangleAlert, WifiOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { AgeLabel } from "@/components/ui/age-label";
import { cx } from "@/components/ui/cx";
import { levelBorder, levelFill, SeverityShape } from "@/components/ui/severity";
import { formatTime } from "@/components/ui/time-label";
import type { Locale } from "@/lib/base/localized";
import type { PublicSummary } from "@/lib/contract/city";
import { levelNames } from "@/lib/contract/level";
import type { Danger } from "./group-dangers";
import { type PublicState, publicState } from "./public-state";
import type { LiveSummary } from "./use-summary";

/** The first answer of the page: danger, none known, not sure, or out of reach. Said by colour, shape and words. */
export function NowCard({ live, dangers }: { live: LiveSummary; dangers: readonly Danger[] }) {
  const t = useTranslations("public");
  const locale = useLocale() as Locale;
  const state = publicState(live.summary, live.reachable);
  const said = headline(state, dangers, locale, t);
  return (
    <section
      aria-labelledby="now"
      data-state={state.kind}
      className={cx("overflow-hidden rounded-2xl border-2 bg-panel shadow-panel", edgeOf(state))}
    >
      <div className={cx("flex items-center gap-4 px-5 py-4", fillOf(state))}>
        <Sign state={state} />
        <h2 id="now" className="min-w-0 text-xl leading-snug font-bold sm:text-2xl">
          {said}
        </h2>
      </div>
      <div className="flex flex-col gap-3 px-5 py-4">
        <p className="text-base leading-relaxed sm:text-lg">{explanation(state, live, dangers.length, locale, t)}</p>
        {state.kind === "danger" && live.summary && !live.summary.sure && live.reachable && (
          <p className="text-base leading-relaxed text-muted">{doubt(live.summary, locale, t)}</p>
        )}
        <Freshness live={live} />
      </div>
      <p role="status" aria-live="polite" className="sr-only">
        {said}
      </p>
    </section>
  );
}

type Say = ReturnType<typeof useTranslations<"public">>;

/** Names where: a whole city is not told to flee from one street. */
function headline(state: PublicState, dangers: readonly Danger[], locale: Locale, t: Say): string {
  if (state.kind !== "danger") return t(`now.${state.kind}`);
  const areas = [...new Set(dangers.filter((d) => d.level === state.level).map((d) => d.area[locale]))];
  const [area = "", ...more] = areas;
  return t(`now.danger.${state.level}`, { area: more.length ? t("where.areas", { area, count: more.length }) : area });
}

function explanation(state: PublicState, live: LiveSummary, places: number, locale: Locale, t: Say): string {
  if (state.kind === "danger") return t("now.dangerText", { count: places });
  if (state.kind === "unstored" && live.summary) return doubt(live.summary, locale, t);
  return t(`now.${state.kind}Text`, live.summary?.devices ?? { total: 0, fresh: 0 });
}

/** Why the city does not know enough. */
function doubt({ cannotStoreSince, devices }: PublicSummary, locale: Locale, t: Say): string {
  if (cannotStoreSince === null) return t("now.unsureText", devices);
  return t("now.unstoredText", { time: formatTime(cannotStoreSince, locale, "day-time") });
}

function edgeOf(state: PublicState): string {
  if (state.kind === "danger") return levelBorder[state.level];
  if (state.kind === "official") return levelBorder[2];
  return state.kind === "clear" ? "border-ok" : "border-edge";
}

function fillOf(state: PublicState): string {
  if (state.kind === "danger") return levelFill[state.level];
  if (state.kind === "official") return levelFill[2];
  return state.kind === "clear" ? "bg-ok text-on-ok" : "bg-raised text-ink border-b border-line";
}

function Sign({ state }: { state: PublicState }) {
  const locale = useLocale() as Locale;
  if (state.kind === "danger")
    return (
      <span className="flex shrink-0 flex-col items-center gap-0.5 text-sm leading-none font-bold">
        <SeverityShape level={state.level} className="size-10" />
        {levelNames[state.level][locale]}
      </span>
    );
  const Icon = {
    clear: CircleCheck,
    official: TriangleAlert,
    unsure: CircleHelp,
    unstored: DatabaseZap,
    unreachable: WifiOff,
  }[state.kind];
  return <Icon size={40} aria-hidden className="shrink-0" />;
}

/** How old the measurements are, and as of when the page speaks. */
function Freshness({ live }: { live: LiveSummary }) {
  const t = useTranslations("public");
  const locale = useLocale() as Locale;
  if (!live.summary) return <p className="text-sm text-muted">{t("now.neverKnown")}</p>;
  const { city, dataAt } = live.summary;
  const asOf = formatTime(city.now, locale, "day-time");
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
      <dt className="text-muted">{t("now.checkedAt")}</dt>
      <dd data-testid="checked-at">{live.reachable ? asOf : t("now.lastKnown", { time: asOf })}</dd>
      <dt className="text-muted">{t("now.dataAt")}</dt>
      <dd>
        {dataAt === null ? (
          t("now.noData")
        ) : (
          <>
            {formatTime(dataAt, locale, "day-time")} (<AgeLabel at={dataAt} now={live.cityNow} className="text-sm" />)
          </>
        )}
      </dd>
    </dl>
  );
}
