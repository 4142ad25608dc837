"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { FailureNote } from "./failure-note";
import type { useDeed } from "./use-city";

type PolicyFormProps = {
  children: ReactNode;
  save: Pick<ReturnType<typeof useDeed>, "busy" | "failure">;
  saved: boolean;
  onSubmit(): void;
  onUndo(): void;
};

/** A policy by level that the admin changes: its parts, what came of saving it, save and undo. */
export function PolicyForm({ children, save, saved, onSubmit, onUndo }: PolicyFormProps) {
  const t = useTranslations("admin.escalation");
  return (
    <form
      className="flex max-w-3xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {save.failure && <FailureNote failure={save.failure} />}
      {saved && (
        <Notice tone="ok" live="polite">
          {t("saved")}
        </Notice>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={save.busy}>
          {t("save")}
        </Button>
        <Button type="button" onClick={onUndo}>
          {t("undo")}
        </Button>
      </div>
    </form>
  );
}
