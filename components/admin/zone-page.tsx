"use client";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { LoadState } from "./load-state";
import { useCity } from "./use-city";
import { ZoneEditor } from "./zone-editor";

/** One zone, once the city has told it. */
export function ZonePage({ id }: { id: string }) {
  const t = useTranslations("admin.zones");
  const answer = useCity("listZones", {});
  const zone = answer.data?.zones.find((known) => known.id === id);
  if (zone) return <ZoneEditor key={zone.id} was={zone} />;
  if (answer.data) return <Notice tone="caution" title={t("unknown", { id })} />;
  return <LoadState of={answer} />;
}
