"use client";

import { FileText, Paperclip } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { filePath, fileTypes, isPicture, MOST_FILE_BYTES } from "@/lib/contract/file";
import type { Incident, IncidentFile } from "@/lib/contract/incident";
import { Moment } from "../signs/age";
import { addFile } from "./city-calls";
import { FailureNote } from "./failure-note";
import { useCommand } from "./use-command";

/** What people added to the incident: pictures as pictures, all else by its name. `writes`: this screen may add. */
export function IncidentFiles({ incident, writes }: { incident: Incident; writes: boolean }) {
  const t = useTranslations("response.files");
  const files = incident.files ?? [];
  return (
    <div className="space-y-2" data-files={files.length}>
      {files.length === 0 && <p className="text-muted text-sm">{t("none")}</p>}
      <ul className="space-y-2 empty:hidden">
        {files.map((file) => (
          <FileLine key={file.id} incidentId={incident.id} file={file} />
        ))}
      </ul>
      {writes && <AddFile incidentId={incident.id} />}
    </div>
  );
}

function FileLine({ incidentId, file }: { incidentId: string; file: IncidentFile }) {
  const t = useTranslations("response.files");
  const locale = useLocale();
  const href = filePath(incidentId, file.id);
  const kb = new Intl.NumberFormat(locale).format(Math.max(1, Math.round(file.bytes / 1024)));
  return (
    <li className="flex items-start gap-2.5 text-sm" data-file={file.id}>
      <a
        href={href}
        target="_blank"
        rel="noreferrer"
        className="flex min-w-0 flex-1 gap-2.5 text-accent hover:underline"
      >
        {isPicture(file.type) ? (
          // biome-ignore lint/performance/noImgElement: it is shown as it was added, and no image server may keep it
          <img src={href} alt="" loading="lazy" className="size-14 shrink-0 rounded border border-line object-cover" />
        ) : (
          <FileText size={20} aria-hidden className="shrink-0" />
        )}
        <span className="min-w-0 break-words">
          {file.name}
          <span className="sr-only"> ({t("newWindow")})</span>
          <span className="block text-muted text-xs">
            {kb} kB · {file.by} · <Moment at={file.at} />
          </span>
        </span>
      </a>
    </li>
  );
}

function AddFile({ incidentId }: { incidentId: string }) {
  const t = useTranslations("response.files");
  const command = useCommand();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const add = async (file: File | undefined) => {
    if (file) await command.run(() => addFile(incidentId, file));
    // the same file may be chosen again
    if (input.current) input.current.value = "";
  };
  return (
    <div className="space-y-1">
      <FailureNote failure={command.failure} situation="file" onDismiss={command.dismiss} />
      <input
        ref={input}
        id={id}
        type="file"
        accept={fileTypes.join(",")}
        disabled={command.busy}
        className="peer sr-only"
        onChange={(event) => void add(event.target.files?.[0])}
      />
      <label
        htmlFor={id}
        className={cx(buttonClass("secondary", "sm"), "peer-focus-visible:outline-2 peer-focus-visible:outline-focus")}
      >
        <Paperclip size={15} aria-hidden /> {t(command.busy ? "adding" : "add")}
      </label>
      <p className="text-muted text-xs">{t("limits", { mb: MOST_FILE_BYTES / 1024 / 1024 })}</p>
    </div>
  );
}
