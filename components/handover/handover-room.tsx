"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LoadState } from "@/components/admin/load-state";
import { useCity } from "@/components/admin/use-city";
import { AttentionBell } from "@/components/attention/bell";
import { LiveProvider } from "@/components/live/live-provider";
import { CityClock } from "@/components/panels/clock/city-clock";
import { TopBar } from "@/components/shell/top-bar";
import { buttonClass } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { Me } from "@/lib/contract/people";
import { HandoverCard } from "./handover-card";
import { HandoverForm } from "./handover-form";
import { ShiftLines } from "./shift-lines";

const AGAIN_MS = 10_000;

/** What stands open, the note for the next shift, and the handovers before it. */
export function HandoverRoom({ me }: { me: Me }) {
  const t = useTranslations("response.handover");
  const room = useTranslations("response.room");
  const shift = useCity("getShift", {}, AGAIN_MS);
  const past = useCity("listHandovers", {}, AGAIN_MS);
  const operator = me.role === "operator";
  const refresh = () => void Promise.all([shift.refresh(), past.refresh()]);
  return (
    <LiveProvider>
      <TopBar me={me} title={t("title")} href="/desk">
        <Link href="/desk" className={buttonClass("ghost", "sm")}>
          <ArrowLeft size={15} aria-hidden /> <span className="max-sm:sr-only">{room("desk")}</span>
        </Link>
        <span className="ml-auto flex items-center gap-3 max-sm:gap-1">
          <AttentionBell readOnly={!operator} />
          <CityClock />
        </span>
      </TopBar>
      <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-6xl gap-4 p-4 outline-none lg:grid-cols-2">
        <Panel title={t("now")} className="self-start">
          <LoadState of={shift} />
          {shift.data && <ShiftLines state={shift.data} />}
          {operator && <HandoverForm onWritten={refresh} />}
        </Panel>
        <section aria-label={t("before")} className="space-y-3">
          <h2 className="font-semibold text-sm">{t("before")}</h2>
          <LoadState of={past} />
          {past.data?.handovers.length === 0 && <p className="text-muted text-sm">{t("none")}</p>}
          {past.data?.handovers.map((handover) => (
            <HandoverCard key={handover.id} handover={handover} takes={operator} onTaken={refresh} />
          ))}
        </section>
      </main>
    </LiveProvider>
  );
}
