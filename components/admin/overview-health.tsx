"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Panel } from "@/components/ui/panel";
import { DAY, HOUR, MINUTE } from "@/lib/base/clock";
import type { Health } from "@/lib/contract/city";
import { Fact } from "./fact";

/** Whether the city is well, and how the river runs. `stale`: it was so before the city stopped answering. */
export function HealthPanel({ health, stale }: { health: Health; stale: boolean }) {
  const t = useTranslations("admin.overview");
  const { number } = useFormatter();
  const { ingest } = health;
  return (
    <Panel level={3} title={t("health")}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-3">
        <Fact label={t("status")}>
          <Well good={stale ? null : health.status === "ok"}>{t(stale ? "unknown" : health.status)}</Well>
        </Fact>
        <Fact label={t("database")}>
          <Well good={stale ? null : health.database === "ok"}>{t(stale ? "unknown" : health.database)}</Well>
        </Fact>
        <Fact label={t("uptime")}>
          <Uptime ms={health.uptimeMs} />
        </Fact>
        <Fact label={t("queue")} hint={t("queueHint")}>
          {number(ingest.queue)}
        </Fact>
        <Fact label={t("lag")} hint={t("lagHint")}>
          {t("ms", { value: number(ingest.lagMs, { maximumFractionDigits: 1 }) })}
        </Fact>
        <Fact label={t("screens")} hint={t("screensHint")}>
          {number(health.screens)}
        </Fact>
        <Fact label={t("accepted")} hint={t("since")}>
          {number(ingest.accepted)}
        </Fact>
        <Fact label={t("refusedReadings")} hint={t("since")}>
          {number(ingest.refused)}
        </Fact>
        <Fact label={t("duplicates")} hint={t("since")}>
          {number(ingest.duplicates)}
        </Fact>
      </dl>
    </Panel>
  );
}

/** `good` null: nobody knows. */
function Well({ good, children }: { good: boolean | null; children: ReactNode }) {
  if (good === null) return <span className="text-muted">? {children}</span>;
  return (
    <span className={cx("inline-flex items-center gap-1.5", good ? "text-ok" : "text-level-4")}>
      <span aria-hidden="true">{good ? "✓" : "✕"}</span>
      {children}
    </span>
  );
}

/** The two largest parts of a duration: 3 days 4 hours. */
function Uptime({ ms }: { ms: number }) {
  const { number } = useFormatter();
  const parts = [
    [Math.floor(ms / DAY), "day"],
    [Math.floor((ms % DAY) / HOUR), "hour"],
    [Math.floor((ms % HOUR) / MINUTE), "minute"],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  const shown = first < 0 ? parts.slice(2) : parts.slice(first, first + 2);
  return shown.map(([count, unit]) => number(count, { style: "unit", unit, unitDisplay: "short" })).join(" ");
}
