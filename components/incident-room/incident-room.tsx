"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { AttentionBell } from "@/components/attention/bell";
import { LineBar } from "@/components/desk/line-bar";
import { useDeskKeys } from "@/components/desk/use-desk-keys";
import { LiveProvider } from "@/components/live/live-provider";
import { CityClock } from "@/components/panels/clock/city-clock";
import { FeedHealth } from "@/components/panels/feed-health/feed-health";
import { focusAsk } from "@/components/panels/incident/ask-to-go";
import { StorageBar } from "@/components/panels/signs/storage-bar";
import { TopBar } from "@/components/shell/top-bar";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import type { Me } from "@/lib/contract/people";
import { RoomBody } from "./room-body";
import { useIncident } from "./use-incident";

/** One page for one incident, on the desk's own live line. */
export function IncidentRoom({ me, incidentId }: { me: Me; incidentId: string }) {
  const t = useTranslations("response.room");
  useDeskKeys((command) => command === "dispatch" && focusAsk());
  return (
    <LiveProvider>
      <div className="flex h-room flex-col overflow-hidden max-lg:h-auto max-lg:overflow-visible">
        <TopBar me={me} title={t("title")} href="/desk">
          <Link href={`/desk#incident=${encodeURIComponent(incidentId)}`} className={buttonClass("ghost", "sm")}>
            <ArrowLeft size={15} aria-hidden /> <span className="max-sm:sr-only">{t("desk")}</span>
          </Link>
          <span className="ml-auto flex items-center gap-3 max-sm:gap-1">
            <AttentionBell readOnly={me.role !== "operator"} />
            <FeedHealth />
            <CityClock />
          </span>
        </TopBar>
        <LineBar />
        <StorageBar />
        <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
          <Found incidentId={incidentId} />
        </main>
      </div>
    </LiveProvider>
  );
}

function Found({ incidentId }: { incidentId: string }) {
  const t = useTranslations("incident.panel");
  const incident = useIncident(incidentId);
  if (incident === null) return <LoadingState rows={5} />;
  if (incident === "missing") return <EmptyState title={t("missing")} text={t("missingHint")} />;
  return <RoomBody key={incident.id} incident={incident} />;
}
