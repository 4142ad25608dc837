export const THEME_COOKIE = "theme";
export type Theme = "dark" | "light";

/** Dark unless the person chose light. */
export const chooseTheme = (cookie: string | undefined): Theme => (cookie === "light" ? "light" : "dark");

export const YEAR_S = 31_536_000;
