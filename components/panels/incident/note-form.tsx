"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";
import { writeNote } from "./city-calls";
import { FailureNote } from "./failure-note";
import { useCommand } from "./use-command";

/** Writes a note on the incident's timeline, for all who are on it. Control and Enter sends. */
export function NoteForm({ incidentId }: { incidentId: string }) {
  const t = useTranslations("incident.notes");
  const [text, setText] = useState("");
  const command = useCommand();
  const id = useId();
  const send = async () => {
    if (!text.trim()) return;
    if (await command.run(() => writeNote(incidentId, text.trim()))) setText("");
  };
  return (
    <form
      className="space-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <FailureNote failure={command.failure} onDismiss={command.dismiss} />
      <label htmlFor={id} className="sr-only">
        {t("title")}
      </label>
      <div className="flex items-end gap-2">
        <Textarea
          id={id}
          rows={2}
          maxLength={2000}
          value={text}
          placeholder={t("placeholder")}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
        <Button type="submit" busy={command.busy} disabled={!text.trim()}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
