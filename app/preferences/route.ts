import { safePath } from "@/components/shell/home-of";
import { THEME_COOKIE, YEAR_S } from "@/components/shell/theme";
import { LOCALE_COOKIE, locales } from "@/i18n/locale";

/** Language and theme for browsers without JavaScript: keeps the choice in a cookie and goes back to the page. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const headers = new Headers({ location: safePath(form.get("back")) ?? "/" });
  const locale = locales.find((known) => known === form.get("locale"));
  if (locale) headers.append("set-cookie", kept(LOCALE_COOKIE, locale));
  const theme = ["dark", "light"].find((known) => known === form.get("theme"));
  if (theme) headers.append("set-cookie", kept(THEME_COOKIE, theme));
  return new Response(null, { status: 303, headers });
}

const kept = (name: string, value: string) => `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
