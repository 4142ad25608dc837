"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/base/failure";
import { NoKept } from "@/lib/contract/kept-picture";
import { CameraFailure } from "./camera-failure";

/** Why a picture was not kept, or is not shown, in the reader's language. */
export function KeptFailure({ failure }: { failure: Failure | null }) {
  const t = useTranslations("cameras.kept.failure");
  if (!failure) return null;
  const key = keyOf(failure);
  return key ? <Notice tone="caution" live="polite" title={t(key)} /> : <CameraFailure failure={failure} />;
}

/** null: the same as of a look. */
function keyOf({ code, detail }: Failure) {
  const { end } = (detail ?? {}) as { end?: unknown };
  if (end === "full" || end === "no-basis" || end === "still") return end;
  const no = NoKept.safeParse(end).data;
  if (no === "gone" || no === "no-reason") return no;
  if (end !== undefined) return null;
  if (code === "storage-unavailable") return code;
  if (code === "not-found") return "gone" as const;
  return code === "busy" ? ("none" as const) : null;
}
