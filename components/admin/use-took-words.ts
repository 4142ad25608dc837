import { useFormatter, useTranslations } from "next-intl";

/** The largest bound that is measured, ms. */
const MOST_MS = 5000;

/** Says a duration that is known up to a bound: "≤ 5 ms", "over 5,000 ms", or a dash where nothing was measured. */
export function useTook(): (upToMs: number | null, count: number) => string {
  const t = useTranslations("admin.river");
  const { number } = useFormatter();
  return (upToMs, count) => {
    if (count === 0) return t("none");
    return upToMs === null ? t("over", { value: number(MOST_MS) }) : t("upTo", { value: number(upToMs) });
  };
}
