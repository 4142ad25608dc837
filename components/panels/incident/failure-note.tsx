"use client";

import { OctagonAlert, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Failure } from "@/lib/base/failure";
import type { AssignmentState } from "@/lib/contract/incident";

/** What was refused, so that the sentence can say what to do about it. */
export type Situation = "step" | "close" | "ask" | "open" | "tick" | "join" | "file";

type FailureNoteProps = {
  failure: Failure | null;
  situation?: Situation;
  /** The state that the refused request is in now. */
  state?: AssignmentState;
  onDismiss: () => void;
};

/** The city's refusal, said aloud. The city speaks English; in Korean its code and the situation choose the sentence. */
export function FailureNote({ failure, situation, state, onDismiss }: FailureNoteProps) {
  const t = useTranslations("incident");
  const locale = useLocale();
  if (!failure) return null;
  const special = `failure.${failure.code}-${situation}`;
  const key = t.has(special) && (situation !== "step" || state) ? special : `failure.${failure.code}`;
  const word = state ? t(`state.${state}`) : "";
  // said in the words of this screen: what is to be done while the city cannot be told
  const away = failure.code === "unreachable" || failure.code === "storage-unavailable";
  const sentence = locale === "en" && !away ? failure.message : t(key, { state: word });
  return (
    <div
      role="alert"
      className="flex items-start gap-2 rounded-md border border-level-4 bg-panel p-2.5 text-sm text-ink"
    >
      <OctagonAlert size={18} aria-hidden className="mt-0.5 shrink-0 text-level-4" />
      <p className="min-w-0 flex-1">{sentence}</p>
      <button
        type="button"
        aria-label={t("dismiss")}
        onClick={onDismiss}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded text-muted hover:bg-raised hover:text-ink"
      >
        <X size={16} aria-hidden />
      </button>
    </div>
  );
}
