import "pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { cityInfo } from "@/components/shell/city-client";
import { isMarked, Marks } from "@/components/shell/marks";
import { chooseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { ToastProvider } from "@/components/ui/toast";
import { openNamespaces } from "@/i18n/namespaces";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.app");
  return {
    title: { default: t("title"), template: `%s · ${t("name")}` },
    description: t("description"),
    icons: { icon: "/icons/haechi.svg" },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: "#0b0f14",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar, city, t] = await Promise.all([getLocale(), cookies(), cityInfo(), getTranslations("common")]);
  const signedIn = jar.getAll().some(({ name }) => name.includes("session_token"));
  return (
    <html
      lang={locale}
      data-theme={chooseTheme(jar.get(THEME_COOKIE)?.value)}
      data-marks={isMarked(city) ? city.mode : undefined}
    >
      <body className="flex min-h-dvh flex-col bg-ground text-ink antialiased">
        <a
          href="#main"
          className="fixed top-2 left-2 z-100 -translate-y-20 rounded-md bg-accent px-4 py-2 font-semibold text-on-accent focus:translate-y-0 print:hidden"
        >
          {t("skip")}
        </a>
        {isMarked(city) && <Marks city={city} />}
        <NextIntlClientProvider messages={await browserMessages(signedIn)}>
          <ToastProvider>{children}</ToastProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

/** Staff get every word at once; a citizen's phone only those of the open pages. */
async function browserMessages(signedIn: boolean) {
  const messages = await getMessages();
  if (signedIn) return messages;
  return Object.fromEntries(openNamespaces.map((name) => [name, messages[name]]));
}
