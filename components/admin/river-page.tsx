"use client";
import { Waves } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";
import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { Health } from "@/lib/contract/city";
import type { River } from "@/lib/contract/river";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { FlowPanel } from "./river-flow";
import { RefusalsPanel } from "./river-refusals";
import { BehindPanel, ScreensPanel } from "./river-screens";
import { StoragePanel } from "./river-storage";
import { useCity } from "./use-city";

const EVERY_MS = 3000;

/** How readings flow. What changes at once (storage, queue) comes over the live line; the rest is asked for. */
export function RiverPage() {
  const t = useTranslations("admin.river");
  const river = useCity("getRiver", {}, EVERY_MS);
  const live = useLive((city) => city.health);
  const storage = useLive((city) => city.storage);
  const { data } = river;
  const health = live ?? data?.health;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <LoadState of={river} />
      {data && health && (
        <>
          <Concerns health={health} river={data} />
          <div className={cx("grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-2", river.failure && "grayscale")}>
            {data.health.ingest.accepted > 0 ? <FlowPanel river={data} health={health} /> : <NothingYet />}
            <StoragePanel river={data} storage={live ? storage : data.health.storage} />
            <RefusalsPanel river={data} />
            <ScreensPanel rooms={data.rooms} />
            <BehindPanel river={data} />
          </div>
        </>
      )}
    </>
  );
}

function Concerns({ health, river }: { health: Health; river: River }) {
  const t = useTranslations("admin.river");
  if (health.concerns.length === 0) return null;
  const holders = river.logHold?.holders.join("; ") || t("unknownHolder");
  return (
    <Notice tone="caution" live="polite" title={t("concerns")} className="mb-4">
      <ul className="list-disc pl-4">
        {health.concerns.map((concern) => (
          <li key={concern}>{t(`concern.${concern}`, { holders })}</li>
        ))}
      </ul>
    </Notice>
  );
}

function NothingYet() {
  const t = useTranslations("admin.river");
  return (
    <Panel level={3} title={t("flow")} className="xl:col-span-2">
      <EmptyState
        icon={Waves}
        title={t("empty")}
        text={t("emptyText")}
        action={
          <Link href="/admin/devices/new" className={buttonClass("secondary", "md")}>
            {t("addDevice")}
          </Link>
        }
      />
    </Panel>
  );
}
