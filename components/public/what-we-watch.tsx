import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/base/localized";
import type { PublicSummary } from "@/lib/contract/city";

const principles = ["legality", "purpose", "transparency", "safety", "control", "responsibility"] as const;

/** What the city watches and by which principles: said to everyone who is watched. */
export function WhatWeWatch({ watches }: { watches: PublicSummary["watches"] }) {
  const t = useTranslations("public");
  const locale = useLocale() as Locale;
  return (
    <div className="grid gap-8 border-t border-line pt-6 lg:grid-cols-2">
      <section aria-labelledby="watch">
        <h2 id="watch" className="mb-2 text-base font-bold">
          {t("watch.title")}
        </h2>
        <p className="mb-3 text-sm leading-relaxed text-muted">{t("watch.text")}</p>
        {watches.length > 0 && (
          <dl className="grid grid-cols-2 gap-x-6 gap-y-1 text-sm">
            {watches.map((watch) => (
              <div key={watch.kind} className="flex justify-between gap-2 border-b border-line py-1">
                <dt>{watch.label[locale]}</dt>
                <dd className="shrink-0 text-muted">{t("watch.count", { count: watch.count })}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <section aria-labelledby="privacy">
        <h2 id="privacy" className="mb-2 text-base font-bold">
          {t("privacy.title")}
        </h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm leading-relaxed">
          {principles.map((name) => (
            <div key={name} className="contents">
              <dt className="font-medium whitespace-nowrap">{t(`privacy.${name}`)}</dt>
              <dd className="text-muted">{t(`privacy.${name}Text`)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 text-sm text-muted">{t("privacy.camera")}</p>
      </section>
    </div>
  );
}
