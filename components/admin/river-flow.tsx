"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Panel } from "@/components/ui/panel";
import type { Health } from "@/lib/contract/city";
import type { River } from "@/lib/contract/river";
import { Fact } from "./fact";
import { RiverChart } from "./river-chart";
import { rateFacts, rateLines } from "./river-rates";
import { useTook } from "./use-took-words";

/** What comes in, second by second, and how long it waits. `health` is the newest that is known. */
export function FlowPanel({ river, health }: { river: River; health: Health }) {
  const t = useTranslations("admin.river");
  const { number } = useFormatter();
  const took = useTook();
  const lines = useMemo(() => rateLines(river.seconds), [river.seconds]);
  const { now, most, refused } = rateFacts(river.seconds);
  const rate = number(now, { maximumFractionDigits: now < 10 ? 1 : 0 });
  return (
    <Panel level={3} title={t("flow")} className="xl:col-span-2">
      <RiverChart lines={lines} label={t("chart", { now: rate, most: number(most), refused: number(refused) })} />
      <p aria-hidden="true" className="flex flex-wrap gap-x-4 text-xs text-muted">
        <span className="inline-flex items-center gap-1.5">
          <span className="h-0.5 w-4 bg-accent" /> {t("acceptedLegend")}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="h-0 w-4 border-t-2 border-level-4 border-dashed" /> {t("refusedLegend")}
        </span>
        <span className="ml-auto">{t("last")}</span>
      </p>
      <dl className="mt-3 grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-4 2xl:grid-cols-7">
        <Fact label={t("now")} hint={t("nowHint")}>
          {rate}
        </Fact>
        <Fact label={t("most")} hint={t("mostHint")}>
          {number(most)}
        </Fact>
        <Fact label={t("lag50")} hint={t("lagHint")}>
          {took(river.lag.p50Ms, river.lag.count)}
        </Fact>
        <Fact label={t("lag99")} hint={t("lagHint")}>
          {took(river.lag.p99Ms, river.lag.count)}
        </Fact>
        <Fact label={t("queue")} hint={t("queueHint")}>
          {number(health.ingest.queue)}
        </Fact>
        <Fact label={t("oldest")} hint={t("oldestHint")}>
          {t("ms", { value: number(health.ingest.lagMs, { maximumFractionDigits: 0 }) })}
        </Fact>
        <Fact label={t("busy")} hint={t("busyHint")}>
          {number(river.busy)}
        </Fact>
      </dl>
    </Panel>
  );
}
