"use client";

import { Camera } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useDeed } from "@/components/admin/use-city";
import { Button } from "@/components/ui/button";
import { formatTime } from "@/components/ui/time-label";
import { useToast } from "@/components/ui/toast";
import type { Locale } from "@/lib/base/localized";
import { KeptFailure } from "./kept-failure";

type KeepProps = { viewId: string; name: string; live: boolean; onKept(): void };

/** Keeps a picture of the present moment as evidence. Only while the picture is live: the city asks the same once more. */
export function KeepButton({ viewId, name, live, onKept }: KeepProps) {
  const t = useTranslations("cameras");
  const locale = useLocale() as Locale;
  const tell = useToast();
  const keep = useDeed("keepPicture");
  const run = async () => {
    const picture = await keep.run({ params: { id: viewId } });
    if (!picture) return;
    tell({ title: t("kept.saved", { name, until: formatTime(picture.expiresAt, locale, "day-time") }), tone: "ok" });
    onKept();
  };
  return (
    <>
      <KeptFailure failure={keep.failure} />
      <Button size="sm" busy={keep.busy} disabled={!live} onClick={run}>
        <Camera size={14} aria-hidden />
        {keep.busy ? t("keeping") : t("keep")}
      </Button>
    </>
  );
}
