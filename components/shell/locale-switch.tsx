"use client";

import { Languages } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { LOCALE_COOKIE } from "@/i18n/locale";
import { keepChoice } from "./keep-choice";

/** The other language, named in that language: without leaving the page with JavaScript, by a posted form without. */
export function LocaleSwitch() {
  const router = useRouter();
  const other = useLocale() === "ko" ? { code: "en", name: "English" } : { code: "ko", name: "한국어" };
  return (
    <form
      method="post"
      action="/preferences"
      className="print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        keepChoice(LOCALE_COOKIE, other.code);
        router.refresh();
      }}
    >
      <input type="hidden" name="back" value={usePathname()} />
      <button
        type="submit"
        name="locale"
        value={other.code}
        lang={other.code}
        className="inline-flex min-h-9 items-center gap-1.5 rounded-md px-2 text-sm font-medium text-muted hover:bg-raised hover:text-ink"
      >
        <Languages size={17} aria-hidden />
        {other.name}
      </button>
    </form>
  );
}
