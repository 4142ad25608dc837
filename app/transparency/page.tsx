import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { transparency } from "@/components/shell/city-client";
import { OpenHead } from "@/components/shell/open-head";
import { CameraGround } from "@/components/transparency/camera-ground";
import { Contact, Principles } from "@/components/transparency/principles";
import { ViewCounts } from "@/components/transparency/view-counts";
import { WatchedKinds } from "@/components/transparency/watched-kinds";
import { Notice } from "@/components/ui/notice";
import { formatTime } from "@/components/ui/time-label";
import type { Locale } from "@/lib/base/localized";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transparency"))("title") };
}

/** What the city watches and why, for everybody who is watched: made of the running city, without a script of its own. */
export default async function TransparencyPage() {
  const [t, locale, told] = await Promise.all([getTranslations("transparency"), getLocale(), transparency()]);
  return (
    <>
      <OpenHead className="mx-auto w-full max-w-4xl gap-2 sm:px-6" />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-4xl flex-1 flex-col gap-7 px-4 pb-10 outline-none sm:px-6"
      >
        <div className="flex flex-col gap-3">
          <h1 className="text-2xl font-bold">{t("title")}</h1>
          <p className="text-base leading-relaxed">{t("lead")}</p>
          {told && (
            <p className="text-sm text-muted">
              {t("asOf", { time: formatTime(told.city.now, locale as Locale, "full") })}
            </p>
          )}
          {!told && <Notice tone="caution">{t("away")}</Notice>}
          {told?.city.demo && <Notice>{t("simulated")}</Notice>}
        </div>
        {told && <WatchedKinds watches={told.watches} />}
        <CameraGround told={told} />
        {told && <ViewCounts months={told.months} agencies={told.agencies} />}
        <Principles />
        {told && <Contact contact={told.contact} />}
      </main>
      <footer className="border-t border-line">
        <div className="mx-auto flex w-full max-w-4xl flex-wrap justify-between gap-3 px-4 py-4 text-sm text-muted sm:px-6">
          <Link href="/" prefetch={false} className="underline underline-offset-2 hover:text-ink">
            {t("foot.safety")}
          </Link>
          <a href="/api/v1/public/transparency" className="underline underline-offset-2 hover:text-ink print:hidden">
            {t("foot.data")}
          </a>
          <Link href="/sign-in" prefetch={false} className="underline underline-offset-2 hover:text-ink print:hidden">
            {t("foot.staff")}
          </Link>
        </div>
      </footer>
    </>
  );
}
