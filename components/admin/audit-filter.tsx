"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Field } from "./field";
import type { AuditAsked } from "./use-audit";

/** Asks for the rows of one actor, one subject, or both. */
export function AuditFilter({ asked, onAsk }: { asked: AuditAsked; onAsk(asked: AuditAsked): void }) {
  const t = useTranslations("admin.audit");
  const [typed, setTyped] = useState(asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk({ actor: typed.actor.trim(), subject: typed.subject.trim() });
  };
  const clear = () => onAsk({ actor: "", subject: "" });
  return (
    <search className="mb-4 block">
      <form onSubmit={submit} className="flex flex-wrap items-start gap-3">
        {(["actor", "subject"] as const).map((part) => (
          <Field key={part} label={t(part)} hint={t("actorHint")} className="w-full sm:w-64">
            {(control) => (
              <Input
                {...control}
                value={typed[part]}
                onChange={(event) => setTyped((old) => ({ ...old, [part]: event.target.value }))}
              />
            )}
          </Field>
        ))}
        <span className="flex gap-2 sm:mt-6.5">
          <Button type="submit">{t("filter")}</Button>
          <Button variant="ghost" disabled={!asked.actor && !asked.subject} onClick={clear}>
            {t("clear")}
          </Button>
        </span>
      </form>
    </search>
  );
}
