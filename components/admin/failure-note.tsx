"use client";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Failure, FailureCode } from "@/lib/base/failure";

/** Sentences of this page for a code, instead of the general one: keys below messages `admin.failure`. */
export type Sentences = Partial<
  Record<
    FailureCode,
    "lastAdmin" | "emailTaken" | "agencyTaken" | "deviceTaken" | "zoneInUse" | "ruleTaken" | "unitBusy" | "unitTaken"
  >
>;

// where the city's own words name what the general sentence cannot
const TELLING = new Set<FailureCode>(["conflict", "invalid", "bad-request", "internal"]);

/** Why the city refused, in the reader's language, and what it said itself where that tells more. */
export function FailureNote({ failure, sentences }: { failure: Failure | null; sentences?: Sentences }) {
  const t = useTranslations("admin.failure");
  if (!failure) return null;
  return (
    <Notice tone="danger" live="assertive" title={t(sentences?.[failure.code] ?? failure.code)}>
      {TELLING.has(failure.code) && t("said", { message: failure.message })}
    </Notice>
  );
}
