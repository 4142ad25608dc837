"use client";

import { SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { Select } from "@/components/ui/input";
import { type Incident, MessageDetail, type TimelineEntry } from "@/lib/contract/incident";
import { Moment } from "../signs/age";
import { sendMessage } from "./city-calls";
import { FailureNote } from "./failure-note";
import { LineField } from "./line-field";
import { useCommand } from "./use-command";
import { useName } from "./use-name";

/** What the desk and the agencies on an incident write to each other, newest last, and the next message. */
export function Messages({ incident }: { incident: Incident }) {
  const t = useTranslations("incident.messages");
  const entries = incident.timeline.filter((entry) => entry.kind === "message");
  const writes = useLive((city) => city.me !== null) && incident.state === "open";
  return (
    <div className="space-y-2" data-messages={entries.length}>
      {entries.length === 0 && <p className="text-sm text-muted">{t("none")}</p>}
      <ol className="space-y-2">
        {entries.map((entry) => (
          <Message key={entry.id} entry={entry} />
        ))}
      </ol>
      {writes && incident.assignments.length > 0 && <MessageForm incident={incident} />}
    </div>
  );
}

function Message({ entry }: { entry: TimelineEntry }) {
  const t = useTranslations("incident.messages");
  const party = useParty();
  const { data } = MessageDetail.safeParse(entry.detail);
  if (!data) return null;
  return (
    <li className="rounded-md border border-line bg-raised px-2.5 py-1.5 text-sm">
      <p className="flex flex-wrap gap-x-1.5 text-xs text-muted">
        <strong className="font-semibold text-ink">{data.from === null ? t("desk") : party(data.from)}</strong>
        <span>{entry.actor}</span>
        <span>→ {data.to === null ? t("all") : party(data.to)}</span>
        <span className="ml-auto">
          <Moment at={entry.at} />
        </span>
      </p>
      <p className="whitespace-pre-line">{data.text}</p>
    </li>
  );
}

/** The name of an agency by its id. */
function useParty(): (id: string) => string {
  const name = useName();
  const agencies = useLive((city) => city.agencies);
  return (id) => name(agencies.get(id), id);
}

function MessageForm({ incident }: { incident: Incident }) {
  const t = useTranslations("incident.messages");
  const own = useLive((city) => city.me?.agencyId ?? null);
  const party = useParty();
  const others = [...new Set(incident.assignments.map((it) => it.agencyId))].filter((id) => id !== own);
  const [to, setTo] = useState("");
  const [text, setText] = useState("");
  const command = useCommand();
  const id = useId();
  const send = async () => {
    if (!text.trim()) return;
    if (await command.run(() => sendMessage(incident.id, text.trim(), to || null))) setText("");
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
      <div className="flex items-center gap-2 text-xs text-muted">
        <label htmlFor={`${id}-to`}>{t("to")}</label>
        <Select id={`${id}-to`} value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">{t("all")}</option>
          {others.map((it) => (
            <option key={it} value={it}>
              {party(it)}
            </option>
          ))}
        </Select>
      </div>
      <LineField
        id={id}
        label={t("text")}
        placeholder={t("placeholder")}
        value={text}
        onChange={setText}
        onSend={() => void send()}
        busy={command.busy}
      >
        <SendHorizontal size={16} aria-hidden />
        {t("send")}
      </LineField>
    </form>
  );
}
