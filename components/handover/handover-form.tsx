"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FailureNote } from "@/components/admin/failure-note";
import { useDeed } from "@/components/admin/use-city";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";

/** What the leaving operator says to the next. */
export function HandoverForm({ onWritten }: { onWritten(): void }) {
  const t = useTranslations("response.handover");
  const [note, setNote] = useState("");
  const [said, setSaid] = useState("");
  const write = useDeed("writeHandover");
  const id = useId();
  const submit = async () => {
    if (!note.trim() || !(await write.run({ body: { note: note.trim() } }))) return;
    setNote("");
    setSaid(t("written"));
    onWritten();
  };
  return (
    <form
      className="mt-4 space-y-2 border-line border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label htmlFor={id} className="block font-semibold text-sm">
        {t("note")}
      </label>
      <Textarea
        id={id}
        rows={4}
        maxLength={2000}
        value={note}
        placeholder={t("notePlaceholder")}
        onChange={(event) => setNote(event.target.value)}
      />
      <FailureNote failure={write.failure} />
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" busy={write.busy} disabled={!note.trim()}>
          {t("write")}
        </Button>
        <p role="status" className="text-ok text-sm">
          {said}
        </p>
      </div>
    </form>
  );
}
