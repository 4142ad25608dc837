"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNote } from "@/components/admin/failure-note";
import { useDeed } from "@/components/admin/use-city";
import { Moment } from "@/components/panels/signs/age";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Handover } from "@/lib/contract/handover";
import { ShiftLines } from "./shift-lines";

type Props = { handover: Handover; takes: boolean; onTaken(): void };

/** One handover: the note, what stood open then, and who took it over. */
export function HandoverCard({ handover, takes, onTaken }: Props) {
  const t = useTranslations("response.handover");
  const [open, setOpen] = useState(handover.takenAt === null);
  const take = useDeed("takeHandover");
  const run = async () => {
    if (await take.run({ params: { id: handover.id } })) onTaken();
  };
  return (
    <article data-handover={handover.id} className="space-y-2 rounded-panel border border-line bg-panel p-3 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <strong>{t("by", { name: handover.by })}</strong>
        <span className="text-muted text-xs">
          <Moment at={handover.at} />
        </span>
        {handover.takenAt === null ? (
          <Badge tone="caution">{t("waits")}</Badge>
        ) : (
          <Badge tone="ok">{t("taken", { name: handover.takenBy ?? "" })}</Badge>
        )}
      </p>
      <p className="whitespace-pre-line">{handover.note}</p>
      <FailureNote failure={take.failure} />
      <div className="flex flex-wrap gap-2">
        {takes && handover.takenAt === null && (
          <Button size="sm" variant="primary" busy={take.busy} onClick={() => void run()}>
            {t("take")}
          </Button>
        )}
        <Button size="sm" variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "hide" : "show")}
        </Button>
      </div>
      {open && <ShiftLines state={handover.state} />}
    </article>
  );
}
