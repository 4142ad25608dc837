"use client";

import { ChevronRight, MousePointerClick } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useLive } from "@/components/live/use-live";
import { LateSignal } from "@/components/panels/incident/late-signal";
import { OfficialStrip } from "@/components/panels/official/official-strip";
import { StorageBar } from "@/components/panels/signs/storage-bar";
import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { Notice } from "@/components/ui/notice";
import { SeverityBadge } from "@/components/ui/severity";
import { chime } from "./chime";
import { askQuestion, choose, consoleStore, resetConsole, showDetail, showHelp } from "./console-store";
import { DispatchMap } from "./dispatch-map";
import { JobDetail } from "./job-detail";
import { HistoryList, RequestLists } from "./job-lists";
import { KeyHelp } from "./key-help";
import { LineBanner } from "./line-banner";
import { NewRequestSignal } from "./new-request-signal";
import type { Job, Jobs } from "./order-assignments";
import { meaningOf } from "./step-keys";
import { UnitBoard } from "./unit-board";
import { useConsole } from "./use-console";
import { useConsoleKeys } from "./use-console-keys";
import { useChosen, useJobs } from "./use-jobs";
import { useReceipts } from "./use-receipts";
import { useSound } from "./use-sound";
import { ViewSwitch } from "./view-switch";

/** A missed deadline is as loud as a warning. */
const ringLate = () => chime(3);

/** The console of one agency: what is asked of it, its answers, its units, the map. */
export function DispatchConsole({ agencyId, title }: { agencyId: string; title: string }) {
  const ready = useLive((city) => city.cursor !== "");
  // without a session the city answers as it answers anybody: an empty list then would be a lie
  const ours = useLive((city) => city.me?.agencyId === agencyId);
  useEffect(() => resetConsole, []);
  return (
    <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
      <LineBanner />
      <OfficialStrip className="border-line border-b bg-panel" />
      <StorageBar />
      {!ready && <Connecting />}
      {ready && (ours ? <Console agencyId={agencyId} title={title} /> : <SignedOut agencyId={agencyId} />)}
      <KeyHelp />
    </main>
  );
}

function Connecting() {
  const t = useTranslations("dispatch");
  return (
    <div className="mx-auto w-full max-w-md py-8">
      <EmptyState title={t("connecting")} text={t("connectingHint")} />
      <LoadingState rows={3} />
    </div>
  );
}

function SignedOut({ agencyId }: { agencyId: string }) {
  const t = useTranslations("dispatch.signedOut");
  return (
    <div className="mx-auto w-full max-w-md space-y-3 p-4">
      <Notice tone="danger" live="assertive" title={t("title")}>
        {t("text")}
      </Notice>
      <a href={`/sign-in?next=${encodeURIComponent(`/dispatch/${agencyId}`)}`} className={buttonClass("primary", "lg")}>
        {t("action")}
      </a>
    </div>
  );
}

function Console({ agencyId, title }: { agencyId: string; title: string }) {
  const jobs = useJobs(agencyId);
  const chosen = useChosen(agencyId);
  const view = useConsole((state) => state.view);
  const said = useConsole((state) => state.said);
  const [sound] = useSound();
  useListKeys(jobs);
  useReceipts(jobs.incoming, chosen);
  return (
    <div className="relative grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)_auto] lg:grid-cols-[21rem_minmax(0,1fr)_auto] lg:grid-rows-[auto_minmax(0,1fr)] xl:grid-cols-[23rem_minmax(0,1fr)_auto]">
      <LateSignal agencyId={agencyId} ring={sound ? ringLate : undefined} />
      <NewRequestSignal incoming={jobs.incoming} title={title} sound={sound} />
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="max-lg:row-start-2 lg:col-start-1 lg:row-start-1 lg:border-r lg:border-line">
        <ViewSwitch waiting={jobs.incoming.length} />
      </div>
      <div
        className={cx(
          "min-h-0 overflow-y-auto overscroll-contain bg-panel max-lg:row-start-1 lg:col-start-1 lg:row-start-2 lg:border-r lg:border-line",
          view === "map" && "max-lg:hidden",
        )}
      >
        <Lists view={view} agencyId={agencyId} jobs={jobs} />
      </div>
      <div
        className={cx(
          "relative min-h-0 max-lg:row-start-1 lg:col-start-2 lg:row-span-2 lg:row-start-1",
          view !== "map" && "max-lg:hidden",
        )}
      >
        <DispatchMap jobs={jobs} chosen={chosen} />
        {chosen && <ChosenOnMap job={chosen} />}
      </div>
      <Detail chosen={chosen} onMap={view === "map"} />
    </div>
  );
}

function Lists({ view, agencyId, jobs }: { view: string; agencyId: string; jobs: Jobs }) {
  if (view === "units") return <UnitBoard agencyId={agencyId} jobs={jobs} />;
  if (view === "history") return <HistoryList jobs={jobs} />;
  return <RequestLists jobs={jobs} />;
}

/** Over everything on a narrow screen, beside the map on a wide one. */
function Detail({ chosen, onMap }: { chosen: Job | undefined; onMap: boolean }) {
  const t = useTranslations("dispatch.detail");
  if (chosen) {
    return (
      <div
        className={cx(
          "flex min-h-0 flex-col bg-panel max-lg:absolute max-lg:inset-0 max-lg:z-20",
          "lg:col-start-3 lg:row-span-2 lg:row-start-1 lg:w-88 lg:border-l lg:border-line xl:w-100",
          onMap && "max-lg:hidden",
        )}
      >
        <JobDetail key={chosen.assignment.id} job={chosen} />
      </div>
    );
  }
  return (
    <div className="hidden min-h-0 bg-panel xl:col-start-3 xl:row-span-2 xl:row-start-1 xl:block xl:w-100 xl:border-l xl:border-line">
      <EmptyState icon={MousePointerClick} title={t("none")} text={t("noneHint")} className="py-16" />
    </div>
  );
}

/** A narrow screen's way back from the map to what is chosen. */
function ChosenOnMap({ job: { incident } }: { job: Job }) {
  return (
    <button
      type="button"
      onClick={showDetail}
      className="absolute inset-x-3 bottom-10 z-10 flex items-center gap-2 rounded-panel border border-edge bg-panel px-3 py-3 text-left shadow-panel lg:hidden"
    >
      <SeverityBadge level={incident.level} solid />
      <span className="min-w-0 flex-1 text-sm font-semibold">{incident.title}</span>
      <ChevronRight size={18} aria-hidden className="shrink-0 text-muted" />
    </button>
  );
}

/** 1 to 9 choose, Escape goes back a step, ? explains. */
function useListKeys(jobs: Jobs): void {
  const listed = [...jobs.incoming, ...jobs.running];
  useConsoleKeys((key) => {
    const meaning = meaningOf(key, undefined);
    if (meaning?.type === "help") return () => showHelp(true);
    if (meaning?.type === "back") return () => (consoleStore.getState().question ? askQuestion(null) : choose(null));
    const job = meaning?.type === "choose" ? listed[meaning.index] : undefined;
    return job && (() => choose(job.assignment.id));
  });
}
