"use client";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { LoadState } from "./load-state";
import { FeedsPanel } from "./overview-feeds";
import { HealthPanel } from "./overview-health";
import { LinksPanel } from "./overview-links";
import { RoomsPanel } from "./overview-rooms";
import { PageHead } from "./page-head";
import { useCity } from "./use-city";

const HEALTH_EVERY_MS = 3000;

/** How the city is, and what it is made of. */
export function Overview() {
  const t = useTranslations("admin.overview");
  const health = useCity("getHealth", {}, HEALTH_EVERY_MS);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <LoadState of={health} />
      <div className={cx("grid gap-4 xl:grid-cols-2", health.failure && "grayscale")}>
        {health.data && <HealthPanel health={health.data} stale={health.failure !== null} />}
        {health.data && <LinksPanel devices={health.data.devices} />}
        <RoomsPanel />
        <FeedsPanel />
      </div>
    </>
  );
}
