"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { writeNote } from "./city-calls";
import { FailureNote } from "./failure-note";
import { LineField } from "./line-field";
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
      <LineField
        id={id}
        label={t("title")}
        placeholder={t("placeholder")}
        value={text}
        onChange={setText}
        onSend={() => void send()}
        busy={command.busy}
      >
        {t("submit")}
      </LineField>
    </form>
  );
}
