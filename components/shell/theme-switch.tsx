"use client";

import { Moon, Sun } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { keepChoice } from "./keep-choice";
import { THEME_COOKIE } from "./theme";

const look = "size-9 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-ink";

/** Dark or light: at once with JavaScript, by a posted form without. Style shows the one button that changes something. */
export function ThemeSwitch() {
  const t = useTranslations("common.theme");
  const change = (theme: "dark" | "light") => () => {
    document.documentElement.dataset.theme = theme;
    keepChoice(THEME_COOKIE, theme);
  };
  return (
    <form method="post" action="/preferences" onSubmit={(event) => event.preventDefault()} className="print:hidden">
      <input type="hidden" name="back" value={usePathname()} />
      <button
        type="submit"
        name="theme"
        value="light"
        onClick={change("light")}
        aria-label={t("toLight")}
        title={t("toLight")}
        className={`inline-flex light:hidden ${look}`}
      >
        <Sun size={18} aria-hidden />
      </button>
      <button
        type="submit"
        name="theme"
        value="dark"
        onClick={change("dark")}
        aria-label={t("toDark")}
        title={t("toDark")}
        className={`hidden light:inline-flex ${look}`}
      >
        <Moon size={18} aria-hidden />
      </button>
    </form>
  );
}
