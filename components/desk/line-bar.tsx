"use client";

import { TriangleAlert, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { cityNow } from "@/components/live/city-clock";
import { useLive } from "@/components/live/use-live";
import { useZone } from "@/components/panels/signs/age";
import { clockText } from "@/components/panels/signs/city-time";

/** Loud while the line to the city is down or silent: since when, and that what is seen is old. */
export function LineBar() {
  const t = useTranslations("desk.line");
  const zone = useZone();
  const { state, since } = useLive((city) => city.connection);
  const known = useLive((city) => city.cursor !== "");
  const clock = useLive((city) => city.clock);
  if (state !== "offline" && state !== "behind") return null;
  const time = clockText(cityNow(clock, since), zone);
  const offline = state === "offline";
  return (
    <div
      role="alert"
      className={`flex shrink-0 items-center justify-center gap-3 px-4 py-2 font-semibold text-sm ${offline ? "bg-level-4 text-on-level-4" : "bg-level-2 text-on-level-2"}`}
    >
      {offline ? <WifiOff size={18} aria-hidden="true" /> : <TriangleAlert size={18} aria-hidden="true" />}
      <span>{t(offline ? (known ? "offline" : "unreachable") : "behind", { time })}</span>
    </div>
  );
}
