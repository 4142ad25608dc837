"use client";

import { Bell, BellOff, Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";
import { CityClock } from "@/components/panels/clock/city-clock";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { showHelp } from "./console-store";
import { useSound } from "./use-sound";

/** What the console adds to the bar over the page: the city's clock, the line, the bell and the keys. */
export function ConsoleBar() {
  const t = useTranslations("dispatch");
  const line = useLive((city) => city.connection.state);
  const [sound, setSound] = useSound();
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2">
      <CityClock />
      {line === "live" && <Badge tone="ok">{t("live")}</Badge>}
      <span className="flex-1" />
      <IconButton
        label={t(sound ? "sound.on" : "sound.off")}
        icon={sound ? Bell : BellOff}
        aria-pressed={sound}
        onClick={() => setSound(!sound)}
      />
      <span className="hidden lg:inline-flex">
        <IconButton label={t("help.open")} icon={Keyboard} keys="?" onClick={() => showHelp(true)} />
      </span>
    </div>
  );
}
