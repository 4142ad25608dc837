"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AttentionBell } from "@/components/attention/bell";
import { ringUnlessMuted } from "@/components/attention/use-alarm";
import { LiveProvider } from "@/components/live/live-provider";
import { useLive } from "@/components/live/use-live";
import { CityClock } from "@/components/panels/clock/city-clock";
import { FeedHealth } from "@/components/panels/feed-health/feed-health";
import { LateSignal } from "@/components/panels/incident/late-signal";
import { Legend } from "@/components/panels/legend/legend";
import { OfficialStrip } from "@/components/panels/official/official-strip";
import { CommandPalette } from "@/components/panels/search/command-palette";
import { SearchButton } from "@/components/panels/search/search-button";
import { StorageBar } from "@/components/panels/signs/storage-bar";
import { NowClock } from "@/components/past/now-clock";
import { PastButton, PastRoom } from "@/components/past/past-room";
import { useIsPast, usePast } from "@/components/past/past-store";
import { TopBar } from "@/components/shell/top-bar";
import { cx } from "@/components/ui/cx";
import type { Me } from "@/lib/contract/people";
import { DeskMap } from "./desk-map";
import { useDesk } from "./desk-store";
import { Detail } from "./detail";
import { HelpSheet } from "./help-sheet";
import { LineBar } from "./line-bar";
import { Lists } from "./lists";
import { runCommand } from "./run-command";
import { useDeskActions } from "./use-desk-actions";
import { useDeskKeys } from "./use-desk-keys";
import { useSelectionInUrl } from "./use-selection-in-url";

/** A missed deadline is as loud as a warning. */
const ringLate = () => ringUnlessMuted(3);

const FLOATING =
  "pointer-events-auto flex min-h-0 flex-col overflow-hidden rounded-panel border border-line bg-panel shadow-panel";

/** What is past stands in a frame of its own colour. */
const PAST_FRAME = "after:pointer-events-none after:absolute after:inset-0 after:z-20 after:border-4 after:border-past";

/** The operator's room: the map is the room, panels float at its edges. An admin looks on and changes nothing. */
export function Desk({ me }: { me: Me }) {
  const t = useTranslations("desk");
  const past = useIsPast();
  const jumps = usePast((it) => it.jumps);
  const readOnly = me.role !== "operator" || past;
  const actions = useDeskActions();
  useDeskKeys((command) => runCommand(command, actions, readOnly));
  useSelectionInUrl();
  const selection = useDesk((desk) => desk.selection);
  return (
    <LiveProvider>
      <div className="flex h-room flex-col overflow-hidden">
        <TopBar me={me} title={t("title")} href="/desk">
          {readOnly && !past && (
            <span className="rounded border border-line px-2 py-0.5 text-muted text-xs">{t("readOnly")}</span>
          )}
          <SearchButton onOpen={() => useDesk.setState({ palette: true })} />
          <span className="ml-auto flex shrink-0 items-center gap-3 max-lg:gap-1">
            <AttentionBell readOnly={me.role !== "operator"} />
            {past ? (
              <NowClock />
            ) : (
              <>
                <FeedHealth />
                <PastButton />
                <CityClock />
              </>
            )}
          </span>
        </TopBar>
        <LineBar />
        <StorageBar />
        <PastRoom />
        <main id="main" tabIndex={-1} className={cx("relative min-h-0 flex-1 outline-none", past && PAST_FRAME)}>
          <StaleVeil className="absolute inset-0">
            <DeskMap />
          </StaleVeil>
          <div className="pointer-events-none absolute inset-3 grid grid-cols-[22.5rem_minmax(0,1fr)_25rem] max-lg:grid-cols-[minmax(0,22.5rem)_minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] gap-3">
            <section aria-label={t("lists")} className={`${FLOATING} col-start-1 row-span-2 row-start-1`}>
              <Lists readOnly={readOnly} actions={actions} />
            </section>
            {selection && (
              <section
                aria-label={t("detail")}
                className={`${FLOATING} col-start-3 row-span-2 row-start-1 max-h-full self-start max-lg:self-stretch max-lg:z-10 max-lg:col-start-1`}
              >
                <Detail key={jumps} selection={selection} readOnly={readOnly} actions={actions} />
              </section>
            )}
            <div className="pointer-events-auto col-start-2 row-start-1 ml-14 max-w-full self-start justify-self-start overflow-hidden rounded-panel bg-panel shadow-panel max-md:hidden [&:not(:empty)]:border [&:not(:empty)]:border-line">
              <OfficialStrip />
            </div>
            <div className="pointer-events-auto col-start-2 row-start-2 max-w-full max-md:hidden self-end justify-self-center overflow-hidden rounded-panel border border-line bg-panel shadow-panel">
              <StaleVeil>
                <Legend />
              </StaleVeil>
            </div>
          </div>
        </main>
        <CommandPalette open={useDesk((desk) => desk.palette)} readOnly={readOnly} actions={actions} />
        <HelpSheet />
        <LateSignal ring={ringLate} />
        <p role="status" className="sr-only">
          {useDesk((desk) => desk.said)}
        </p>
      </div>
    </LiveProvider>
  );
}

/** What is old must not look live: the map loses its colours while the line is down, or nothing new is stored. */
function StaleVeil({ children, className = "" }: { children: ReactNode; className?: string }) {
  const lost = useLive((city) => city.connection.state === "offline" || city.connection.state === "behind");
  const stale = useLive((city) => city.storage.state !== "ok") || lost;
  return (
    <div
      className={`${className} transition-[filter] ${stale ? "brightness-75 grayscale" : ""}`}
      data-stale={stale || undefined}
    >
      {children}
    </div>
  );
}
