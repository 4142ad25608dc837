import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import type { Locale } from "../lib/base/localized";
import { CITY_TIME_ZONE, chooseLocale, LOCALE_COOKIE } from "./locale";
import { type Namespace, namespaces } from "./namespaces";

export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(jar.get(LOCALE_COOKIE)?.value, head.get("accept-language"));
  return { locale, timeZone: CITY_TIME_ZONE, messages: await loadMessages(locale) };
});

async function loadMessages(locale: Locale): Promise<Record<string, Record<string, never>>> {
  const files = await Promise.all(namespaces.map(async (name) => [name, await loadNamespace(locale, name)] as const));
  return Object.fromEntries(files);
}

async function loadNamespace(locale: Locale, name: Namespace): Promise<Record<string, never>> {
  const file = (await import(`../messages/${locale}/${name}.json`)) as { default: Record<string, never> };
  return file.default;
}
