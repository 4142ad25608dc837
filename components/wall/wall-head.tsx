"use client";

import { Activity, Pause } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import { useFeedRate } from "@/components/panels/feed-health/use-feed-rate";
import { useZone } from "@/components/panels/signs/age";
import { clockText, dayText } from "@/components/panels/signs/city-time";

/** The city's time, readable across a room, and whether what is shown is live. */
export function WallHead({ held }: { held: boolean }) {
  const t = useTranslations("response.wall");
  const locale = useLocale();
  const zone = useZone();
  const now = useCityNow();
  return (
    <header className="flex items-baseline justify-between gap-8 px-3 py-2">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      {held && (
        <p role="status" className="flex items-center gap-2 text-2xl text-muted">
          <Pause size={24} aria-hidden /> {t("held")}
        </p>
      )}
      <Feed />
      <p className="flex items-baseline gap-5 tabular-nums">
        <span className="text-2xl text-muted">{now > 0 && dayText(now, zone, locale)}</span>
        <time className="font-bold text-6xl" dateTime={now > 0 ? new Date(now).toISOString() : undefined}>
          {now > 0 ? clockText(now, zone) : "--:--:--"}
        </time>
      </p>
    </header>
  );
}

const INK = { connecting: "text-muted", live: "text-ok", behind: "text-level-2", offline: "text-level-4" };

function Feed() {
  const t = useTranslations("desk.feed");
  const wall = useTranslations("response.wall");
  const state = useLive((city) => city.connection.state);
  const devices = useLive((city) => city.health?.devices ?? null);
  const rate = useFeedRate();
  return (
    <p className="ml-auto flex items-center gap-3 text-2xl" data-feed={state}>
      <Activity size={28} aria-hidden className={INK[state]} />
      <strong className={INK[state]}>{t(`line.${state}`)}</strong>
      {state === "live" && devices && (
        <span className="text-muted tabular-nums">
          {wall("devices", { fresh: devices.fresh, total: devices.total })}
        </span>
      )}
      {state === "live" && rate !== null && (
        <span className="text-muted tabular-nums">
          {t("rate", { n: rate < 10 ? rate.toFixed(1) : Math.round(rate) })}
        </span>
      )}
    </p>
  );
}
