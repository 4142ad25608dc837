"use client";

import { Bell, BellOff, BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { stopwatch } from "@/components/panels/incident/waiting";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { createClient } from "@/lib/client/client";
import { isMuted, MUTE_MINUTES, type MuteMinutes, muteFor } from "./alarm";
import { setMute, useMute } from "./mute-store";
import { useAlarm } from "./use-alarm";

/** The desk's bell: rings by level, and is muted for a while with the countdown in sight. `readOnly`: an admin may mute too, and is not recorded as a desk. */
export function AttentionBell({ readOnly }: { readOnly: boolean }) {
  const t = useTranslations("response.bell");
  useAlarm();
  const now = useWall();
  const mute = useMute((kept) => kept.mute);
  const choose = useMuteChoice(readOnly);
  const muted = mute !== null && isMuted(mute, now);
  const items: MenuItem[] = [
    { heading: t("heading") },
    ...MUTE_MINUTES.map((minutes) => ({
      label: t("mute", { minutes }),
      icon: BellOff,
      onSelect: () => choose(minutes),
    })),
    ...(muted ? [{ separator: true } as const, { label: t("unmute"), icon: Bell, onSelect: () => choose(0) }] : []),
  ];
  const allowed = useAllowed(now);
  const Icon = muted ? BellOff : allowed ? Bell : BellRing;
  const word = muted ? t("muted", { left: stopwatch(mute.until - now) }) : t(allowed ? "on" : "waits");
  return (
    <Menu
      trigger={
        <button
          type="button"
          data-muted={muted}
          className={`flex h-8 shrink-0 items-center gap-1.5 rounded px-2 text-xs hover:bg-raised ${muted ? "font-semibold text-level-2" : "text-muted"}`}
        >
          <Icon size={16} aria-hidden />
          <span className="whitespace-nowrap tabular-nums max-xl:sr-only">{word}</span>
        </button>
      }
      items={items}
    />
  );
}

/** Mutes here at once, and has it written down: who takes the shift over must know that this desk was silent. */
function useMuteChoice(readOnly: boolean): (minutes: MuteMinutes | 0) => void {
  const t = useTranslations("response.bell");
  const tell = useToast();
  return (minutes) => {
    setMute(minutes === 0 ? null : muteFor(minutes, Date.now()));
    if (readOnly) return;
    createClient("")
      .call("muteDesk", { body: { minutes } })
      .catch(() => tell({ title: t("notWritten"), tone: "danger" }));
  };
}

function useWall(): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    const look = () => setNow(Date.now());
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Browsers give no sound before a first click or key on the page: that is said, so that nobody trusts a silent desk. */
function useAllowed(now: number): boolean {
  return now === 0 || navigator.userActivation === undefined || navigator.userActivation.hasBeenActive;
}
