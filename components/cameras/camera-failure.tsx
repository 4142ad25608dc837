"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/base/failure";
import { ViewEnd } from "@/lib/contract/camera";

/** Why there is no picture, in the reader's language. */
export function CameraFailure({ failure }: { failure: Failure | null }) {
  const t = useTranslations("cameras");
  if (!failure) return null;
  const end = ViewEnd.safeParse((failure.detail as { end?: unknown } | undefined)?.end);
  const key = end.success ? (`over.${end.data}` as const) : (`failure.${plain(failure.code)}` as const);
  return <Notice tone="caution" live="polite" title={t(key)} />;
}

function plain(code: Failure["code"]) {
  if (code === "conflict" || code === "unauthorized" || code === "unreachable" || code === "too-many") return code;
  return "other" as const;
}
