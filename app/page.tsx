import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmergencyNumbers } from "@/components/public/emergency-numbers";
import { lastKnownSummary } from "@/components/public/last-known";
import { PublicSafety } from "@/components/public/public-safety";
import { seoulOutline } from "@/components/public/seoul-outline";
import { WhatWeWatch } from "@/components/public/what-we-watch";
import { OpenHead } from "@/components/shell/open-head";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public"))("title") };
}

export default async function PublicPage({ searchParams }: { searchParams: Promise<{ area?: string | string[] }> }) {
  const { area } = await searchParams;
  const [t, { summary, reachable }, outline] = await Promise.all([
    getTranslations("public"),
    lastKnownSummary(),
    seoulOutline(),
  ]);
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="60" />
      </noscript>
      <OpenHead className="mx-auto w-full max-w-6xl gap-2 sm:px-6">
        <h1 className="border-l border-line pl-2 text-base font-semibold">{t("title")}</h1>
      </OpenHead>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-6xl flex-1 flex-col gap-8 px-4 pb-10 outline-none sm:px-6"
      >
        <PublicSafety
          initial={summary}
          reachable={reachable}
          outline={outline}
          area={typeof area === "string" ? area : ""}
          numbers={<EmergencyNumbers />}
        />
        <WhatWeWatch watches={summary?.watches ?? []} />
      </main>
      <footer className="border-t border-line">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap justify-between gap-3 px-4 py-4 text-sm text-muted sm:px-6">
          <span>{t("foot.made")}</span>
          <Link href="/transparency" prefetch={false} className="underline underline-offset-2 hover:text-ink">
            {t("foot.watch")}
          </Link>
          <Link href="/sign-in" prefetch={false} className="underline underline-offset-2 hover:text-ink print:hidden">
            {t("foot.staff")}
          </Link>
        </div>
      </footer>
    </>
  );
}
