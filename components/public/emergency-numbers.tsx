import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";

const numbers = ["119", "112", "110"] as const;

/** The three numbers, each a link that a phone dials. */
export function EmergencyNumbers() {
  const t = useTranslations("public.call");
  return (
    <section aria-labelledby="call">
      <h2 id="call" className="sr-only">
        {t("title")}
      </h2>
      <ul className="grid grid-cols-3 gap-2">
        {numbers.map((number) => (
          <li key={number}>
            <a
              href={`tel:${number}`}
              className="flex h-full min-h-20 flex-col items-center justify-center rounded-xl border border-edge bg-panel px-1 py-2 text-center hover:border-accent"
            >
              <span className="inline-flex items-center gap-1 text-2xl font-bold">
                <Phone size={18} aria-hidden className="text-accent" />
                {number}
              </span>
              <span className="text-xs leading-snug text-muted">{t(number)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
