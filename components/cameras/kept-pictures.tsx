"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ReasonForm } from "@/components/panels/incident/reason-form";
import { Button } from "@/components/ui/button";
import { formatTime } from "@/components/ui/time-label";
import type { Locale } from "@/lib/base/localized";
import { type KeptPicture, keptPicturePath } from "@/lib/contract/kept-picture";
import { KeptShown } from "./kept-shown";

type KeptProps = {
  pictures: readonly KeptPicture[];
  nameOf(cameraId: string): string;
  /** The privacy officer says why before each look. */
  asksReason?: boolean;
};

/** What is kept, of when, by whom and until when. None is fetched before somebody asks for it: each look is recorded. */
export function KeptPictures({ pictures, nameOf, asksReason = false }: KeptProps) {
  const t = useTranslations("cameras.kept");
  return (
    <div className="space-y-2" data-kept={pictures.length}>
      <p className="text-muted text-xs">{t("recorded")}</p>
      <ul className="space-y-2">
        {pictures.map((picture) => (
          <KeptLine key={picture.id} picture={picture} name={nameOf(picture.cameraId)} asksReason={asksReason} />
        ))}
      </ul>
    </div>
  );
}

type LineProps = { picture: KeptPicture; name: string; asksReason: boolean };

function KeptLine({ picture, name, asksReason }: LineProps) {
  const t = useTranslations("cameras");
  const locale = useLocale() as Locale;
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const at = formatTime(picture.at, locale, "full");
  const show = () => (asksReason ? setAsking(true) : setShown(keptPicturePath(picture.id)));
  const toggle = () => (shown === null ? show() : setShown(null));
  return (
    <li data-picture={picture.id} className="space-y-2 rounded-md border border-line p-2 text-sm">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="font-medium">
            {name} <span className="text-muted tabular-nums">{at}</span>
          </p>
          <p className="text-muted text-xs">
            {t("kept.by", { by: picture.by, purpose: t(`purpose.${picture.purpose}`) })}
          </p>
          <p className="text-muted text-xs tabular-nums">
            {t("kept.until", { until: formatTime(picture.expiresAt, locale, "day-time") })}
            {asksReason && <> · {t("kept.incident", { id: picture.incidentId })}</>}
          </p>
        </div>
        <Button size="sm" onClick={toggle} aria-label={shown === null ? t("kept.showOf", { name, at }) : undefined}>
          {shown === null ? t("kept.show") : t("kept.hide")}
        </Button>
      </div>
      {asking && (
        <ReasonForm
          label={t("kept.reason")}
          hint={t("kept.reasonHint")}
          submit={t("kept.show")}
          back={t("back")}
          variant="primary"
          busy={false}
          onSubmit={(reason) => {
            setAsking(false);
            setShown(keptPicturePath(picture.id, reason.slice(0, 300)));
          }}
          onBack={() => setAsking(false)}
        />
      )}
      {shown !== null && <KeptShown src={shown} label={t("kept.of", { name, at })} />}
    </li>
  );
}
