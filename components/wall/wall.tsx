"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { LineBar } from "@/components/desk/line-bar";
import { LiveProvider } from "@/components/live/live-provider";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import { StorageBar } from "@/components/panels/signs/storage-bar";
import { useTurn } from "./use-turn";
import { WallHead } from "./wall-head";
import { lookAt, orbit, wallItems } from "./wall-items";
import { WallList } from "./wall-list";
import { WallMap } from "./wall-map";

/** The big screen: no controls, the worst in turn, large. Space holds the turn, for whoever must stop what moves. */
export function Wall() {
  return (
    <LiveProvider>
      <main id="main" tabIndex={-1} className="h-room overflow-hidden bg-ground outline-none">
        <Picture />
      </main>
    </LiveProvider>
  );
}

function Picture() {
  const t = useTranslations("response.wall");
  const alerts = useLive((city) => city.alerts);
  const incidents = useLive((city) => city.incidents);
  const signedOut = useLive((city) => city.cursor !== "" && city.me === null);
  const now = useCityNow(5000);
  const { turn, minute, held } = useTurn();
  const items = useMemo(() => wallItems(alerts.values(), incidents.values(), now), [alerts, incidents, now]);
  const shown = lookAt(items, turn);
  const { x, y } = orbit(minute);
  // the list changes its side now and then: its frame would burn in
  const mirrored = Math.floor(minute / 15) % 2 === 1;
  return (
    <div
      className="flex h-full flex-col p-2"
      style={{ transform: `translate(${x}px, ${y}px)` }}
      data-wall={items.length}
    >
      <LineBar />
      <StorageBar />
      <WallHead held={held} />
      {signedOut && (
        <p role="alert" className="bg-level-4 px-6 py-4 font-bold text-3xl text-on-level-4">
          {t("signedOut")}
        </p>
      )}
      <div className={`flex min-h-0 flex-1 gap-4 ${mirrored ? "flex-row-reverse" : ""}`}>
        <WallList items={items} shownId={shown?.id ?? null} />
        <div className="relative min-w-0 flex-1 overflow-hidden rounded-panel border border-line">
          <WallMap shown={shown} />
        </div>
      </div>
    </div>
  );
}
