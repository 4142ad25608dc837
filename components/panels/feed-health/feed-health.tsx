"use client";

import { Activity } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { useLive } from "@/components/live/use-live";
import { useFeedRate } from "./use-feed-rate";

const INK = { connecting: "text-muted", live: "text-ok", behind: "text-level-2", offline: "text-level-4" };

/** How the feed is doing: the line, readings a second, lag. The rest is a click away. */
export function FeedHealth() {
  const t = useTranslations("desk.feed");
  const state = useLive((city) => city.connection.state);
  const lagMs = useLive((city) => city.health?.ingest.lagMs ?? null);
  const degraded = useLive((city) => city.health?.status === "degraded");
  const rate = useFeedRate();
  const live = state === "live";
  return (
    <Popover.Root>
      <Popover.Trigger className="flex h-8 items-center gap-2 rounded px-2 text-xs hover:bg-raised">
        <span className="sr-only">{t("title")}:</span>
        <Activity size={16} aria-hidden="true" className={degraded ? "text-level-2" : INK[state]} />
        <span className={`font-semibold max-sm:sr-only ${INK[state]}`}>{t(`line.${state}`)}</span>
        <span className="hidden min-w-32 text-left text-muted tabular-nums xl:inline">
          {live && rate !== null && t("rate", { n: rate < 10 ? rate.toFixed(1) : Math.round(rate) })}
          {live && lagMs !== null && ` · ${Math.round(lagMs)} ms`}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={8}
          className="z-50 w-72 rounded-lg border border-line bg-panel p-4 text-sm shadow-xl"
        >
          <FeedDetails rate={rate} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function FeedDetails({ rate }: { rate: number | null }) {
  const t = useTranslations("desk.feed");
  const health = useLive((city) => city.health);
  if (!health) return <p className="text-muted">{t("unknown")}</p>;
  const { ingest, devices } = health;
  const rows: [string, string][] = [
    [t("database"), t(health.database === "ok" ? "ok" : "unavailable")],
    [t("readings"), rate === null ? "–" : t("rate", { n: rate.toFixed(1) })],
    [t("lag"), `${Math.round(ingest.lagMs)} ms`],
    [t("queue"), ingest.queue.toLocaleString()],
    [t("accepted"), ingest.accepted.toLocaleString()],
    [t("refused"), ingest.refused.toLocaleString()],
    [t("duplicates"), ingest.duplicates.toLocaleString()],
    [t("devices"), `${devices.fresh} / ${devices.total}`],
    [t("screens"), String(health.screens)],
  ];
  return (
    <>
      <h2 className="mb-2 font-semibold">{t("title")}</h2>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
