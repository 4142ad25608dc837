"use client";
import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { Panel } from "@/components/ui/panel";
import { formatTime } from "@/components/ui/time-label";
import type { Locale } from "@/lib/base/localized";
import { type Feed, type FeedAge, feedAge } from "@/lib/contract/official";
import { useCity } from "./use-city";

const EVERY_MS = 10_000;
const tones: Record<FeedAge, string> = {
  off: "text-muted",
  never: "text-level-2",
  fresh: "text-ok",
  late: "text-level-2",
  stale: "text-level-4",
};
const variable: Record<Feed["id"], string> = { "kma-warnings": "KMA_SERVICE_KEY", "hrfco-levels": "HRFCO_KEY" };

/** How well the other authorities are heard. */
export function FeedsPanel() {
  const t = useTranslations("official.feeds");
  const official = useCity("listWarnings", {}, EVERY_MS);
  return (
    <Panel level={3} title={t("title")} className={cx(official.failure && "grayscale")}>
      <ul className="flex flex-col gap-4">
        {official.data?.feeds.map((feed) => (
          <FeedFacts key={feed.id} feed={feed} />
        ))}
      </ul>
    </Panel>
  );
}

function FeedFacts({ feed }: { feed: Feed }) {
  const t = useTranslations("official.feeds");
  const age = feedAge(feed, Date.now());
  return (
    <li data-feed={feed.id} data-age={age}>
      <p className="flex items-baseline gap-2 font-semibold">
        {t(feed.id)} <span className={cx("text-sm", tones[age])}>{t(`age.${age}`)}</span>
      </p>
      {age === "off" ? (
        <p className="text-muted text-sm">{t("offHint", { variable: variable[feed.id] })}</p>
      ) : (
        <dl className="mt-1 grid grid-cols-2 gap-x-4 gap-y-1 text-sm sm:grid-cols-4">
          <Fact label={t("succeeded")} at={feed.succeededAt} />
          <Fact label={t("next")} at={feed.nextTryAt} />
          <div>
            <dt className="text-muted text-xs">{t("failures")}</dt>
            <dd className="tabular-nums">{feed.failures}</dd>
          </div>
          <div>
            <dt className="text-muted text-xs">{t("problem")}</dt>
            <dd>{feed.problem ? `${feed.problem.message} (${feed.problem.code})` : t("noneYet")}</dd>
          </div>
        </dl>
      )}
    </li>
  );
}

function Fact({ label, at }: { label: string; at: number | null }) {
  const t = useTranslations("official.feeds");
  const locale = useLocale() as Locale;
  return (
    <div>
      <dt className="text-muted text-xs">{label}</dt>
      <dd className="tabular-nums">{at === null ? t("noneYet") : formatTime(at, locale, "day-time")}</dd>
    </div>
  );
}
