import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "@/components/shell/plain-page";
import { buttonClass } from "@/components/ui/button";

export default async function NotFound() {
  const t = await getTranslations("common");
  return (
    <PlainPage title={t("notFound.title")}>
      <p className="text-muted">{t("notFound.text")}</p>
      <p>
        <Link href="/" className={buttonClass("primary", "lg")}>
          {t("action.home")}
        </Link>
      </p>
    </PlainPage>
  );
}
