"use client";

import { Link2, Link2Off, Merge, Split } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLive } from "@/components/live/use-live";
import { linkIncident, mergeIncident, unlinkIncident } from "@/components/panels/incident/city-calls";
import { FailureNote } from "@/components/panels/incident/failure-note";
import { type Command, useCommand } from "@/components/panels/incident/use-command";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import type { Incident } from "@/lib/contract/incident";
import { OtherIncident } from "./other-incident";
import { roomOf } from "./room-of";
import { SplitDialog } from "./split-dialog";

/** What has to do with this incident, and the ways to put incidents together and apart. */
export function Joining({ incident, handles }: { incident: Incident; handles: boolean }) {
  const t = useTranslations("response.joining");
  const command = useCommand();
  const linked = incident.linkedIds ?? [];
  return (
    <div className="space-y-3" data-joining>
      <FailureNote failure={command.failure} situation="join" onDismiss={command.dismiss} />
      {incident.mergedInto && (
        <Notice title={t("mergedInto")}>
          <OtherLink id={incident.mergedInto} />
        </Notice>
      )}
      {linked.length === 0 && !handles && <p className="text-muted text-sm">{t("none")}</p>}
      <ul className="space-y-1 empty:hidden">
        {linked.map((id) => (
          <li key={id} className="flex items-center gap-2 text-sm" data-linked={id}>
            <Link2 size={15} aria-hidden className="text-muted" />
            <OtherLink id={id} />
            {handles && (
              <IconButton
                label={t("unlink")}
                icon={Link2Off}
                disabled={command.busy}
                onClick={() => void command.run(() => unlinkIncident(incident.id, id))}
              />
            )}
          </li>
        ))}
      </ul>
      {handles && <Ways incident={incident} command={command} />}
    </div>
  );
}

function OtherLink({ id }: { id: string }) {
  const other = useLive((city) => city.incidents.get(id));
  return (
    <Link href={roomOf(id)} className="min-w-0 flex-1 text-accent hover:underline">
      {other?.title ?? id}
    </Link>
  );
}

function Ways({ incident, command }: { incident: Incident; command: Command }) {
  const t = useTranslations("response.joining");
  const [other, setOther] = useState("");
  const [asking, setAsking] = useState<"merge" | "split" | null>(null);
  const title = useLive((city) => city.incidents.get(other)?.title ?? "");
  const merge = async () => {
    if (await command.run(() => mergeIncident(incident.id, other))) setOther("");
    setAsking(null);
  };
  return (
    <div className="space-y-2">
      <OtherIncident incident={incident} value={other} onChange={setOther} />
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          disabled={!other}
          busy={command.busy}
          onClick={() => void command.run(() => linkIncident(incident.id, other))}
        >
          <Link2 size={15} aria-hidden /> {t("link")}
        </Button>
        <Button size="sm" disabled={!other} onClick={() => setAsking("merge")}>
          <Merge size={15} aria-hidden /> {t("merge")}
        </Button>
        <Button size="sm" disabled={incident.alertIds.length < 2} onClick={() => setAsking("split")}>
          <Split size={15} aria-hidden /> {t("split")}
        </Button>
      </div>
      <ConfirmDialog
        open={asking === "merge"}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t("mergeTitle", { title })}
        description={t("mergeText")}
        confirm={t("mergeYes")}
        busy={command.busy}
        onConfirm={() => void merge()}
      />
      {asking === "split" && <SplitDialog incident={incident} command={command} onClose={() => setAsking(null)} />}
    </div>
  );
}
