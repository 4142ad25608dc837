import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/base/localized";
import type { PrivacyContact } from "@/lib/contract/privacy";
import { Part } from "./part";

const principles = ["legality", "purpose", "transparency", "safety", "control", "responsibility"] as const;

/** The six principles, each with what is done for it here. */
export function Principles() {
  const t = useTranslations("transparency.principles");
  return (
    <Part id="principles" title={t("title")}>
      <dl className="grid gap-x-4 gap-y-3 sm:grid-cols-[auto_1fr]">
        {principles.map((name) => (
          <div key={name} className="sm:contents">
            <dt className="font-semibold whitespace-nowrap">{t(name)}</dt>
            <dd className="leading-relaxed text-muted">{t(`${name}Text`)}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

/** Whom to ask about pictures of oneself. */
export function Contact({ contact }: { contact: PrivacyContact | null }) {
  const t = useTranslations("transparency.contact");
  const locale = useLocale() as Locale;
  const link = "font-semibold text-accent underline underline-offset-2";
  return (
    <Part id="contact" title={t("title")}>
      <p className="leading-relaxed">{t("text")}</p>
      {contact === null && <p className="leading-relaxed text-muted">{t("none")}</p>}
      {contact && (
        <address className="flex flex-col gap-1 not-italic">
          <span className="font-semibold">{contact.office[locale]}</span>
          {contact.phone && (
            <span>
              {t("phone")}{" "}
              <a href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`} className={link}>
                {contact.phone}
              </a>
            </span>
          )}
          {contact.email && (
            <span>
              {t("email")}{" "}
              <a href={`mailto:${contact.email}`} className={link}>
                {contact.email}
              </a>
            </span>
          )}
        </address>
      )}
    </Part>
  );
}
