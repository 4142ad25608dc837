"use client";

import { DatabaseZap } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { useZone } from "./age";
import { clockText } from "./city-time";

/** Loud while the city cannot store: since when, why, and whether it ends by itself. */
export function StorageBar() {
  const t = useTranslations("common.storage");
  const zone = useZone();
  const { state, since } = useLive((city) => city.storage);
  const wasBad = useOnce(state !== "ok");
  if (state === "ok" || since === null)
    return (
      <p role="status" className="sr-only">
        {wasBad && t("again")}
      </p>
    );
  const lasting = state === "moved" || state === "corrupt";
  return (
    <div
      role="alert"
      data-storage={state}
      className="flex shrink-0 items-center justify-center gap-3 bg-level-4 px-4 py-2 text-on-level-4 text-sm"
    >
      <DatabaseZap size={20} aria-hidden="true" className="shrink-0" />
      <p>
        <strong className="font-semibold">{t("bar", { time: clockText(since, zone), why: t(`why.${state}`) })}</strong>{" "}
        {t(lasting ? "lasting" : "itself")}
      </p>
    </div>
  );
}

/** True from the first time that `now` was. */
function useOnce(now: boolean): boolean {
  const [once, setOnce] = useState(now);
  useEffect(() => {
    if (now) setOnce(true);
  }, [now]);
  return once;
}
