import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { cityInfo, currentPerson } from "@/components/shell/city-client";
import { homeOf, safePath } from "@/components/shell/home-of";
import { PlainPage } from "@/components/shell/plain-page";
import { SignInForm } from "@/components/shell/sign-in-form";
import { Notice } from "@/components/ui/notice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signin"))("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const [t, common, { next }] = await Promise.all([getTranslations("signin"), getTranslations("common"), searchParams]);
  const [city, me] = await Promise.all([cityInfo(), currentPerson().catch(() => "away" as const)]);
  return (
    <PlainPage title={t("title")}>
      <p className="text-muted">{t("intro")}</p>
      {me && me !== "away" && (
        <Notice>
          {t("already", { name: me.name, role: common(`role.${me.role}`) })}{" "}
          <Link href={homeOf(me)} className="font-semibold text-accent underline underline-offset-2">
            {t("continue")}
          </Link>
        </Notice>
      )}
      {me === "away" && (
        <Notice tone="danger" live="assertive">
          {t("problem.unreachable")}
        </Notice>
      )}
      <noscript>
        <Notice tone="caution">{t("noScript")}</Notice>
      </noscript>
      <SignInForm next={safePath(next)} />
      {city?.demo && <Notice>{t("demo")}</Notice>}
      <p>
        <Link href="/" className="text-sm text-accent underline underline-offset-2">
          {t("toPublic")}
        </Link>
      </p>
    </PlainPage>
  );
}
