"use client";
import { useTranslations } from "next-intl";

/** Why a notice did not arrive, in the reader's language: the city writes down a code and, behind a space, what belongs to it. */
export function useDeliveryReason(): (reason: string | null) => string {
  const t = useTranslations("admin.agencies");
  return (reason) => {
    const [code = "", ...detail] = (reason ?? "").split(" ");
    return t.has(`reasons.${code}`) ? t(`reasons.${code}`, { detail: detail.join(" ") }) : (reason ?? "");
  };
}
