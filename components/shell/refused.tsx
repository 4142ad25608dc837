import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { Me } from "@/lib/contract/people";
import { homeOf } from "./home-of";
import { PlainPage } from "./plain-page";

/** The role may not open this page: says so, and shows the way to where it may. */
export function Refused({ me }: { me: Me | null }) {
  const t = useTranslations("common");
  return (
    <PlainPage title={t("refused.title")}>
      <p className="text-muted">
        {me ? t("refused.text", { name: me.name, role: t(`role.${me.role}`) }) : t("refused.textNobody")}
      </p>
      <p className="flex flex-wrap gap-2">
        {me && (
          <Link href={homeOf(me)} className={buttonClass("primary", "lg")}>
            {t("refused.own")}
          </Link>
        )}
        <Link href="/sign-in" className={buttonClass("secondary", "lg")}>
          {t("refused.other")}
        </Link>
      </p>
    </PlainPage>
  );
}
