import { useTranslations } from "next-intl";
import type { CityInfo } from "@/lib/contract/city";

/** The strip above every page of an exercise or of a city with simulated devices. Both languages, always. */
export function Marks({ city }: { city: CityInfo }) {
  const t = useTranslations("common.marks");
  const exercise = city.mode === "exercise";
  const tone = exercise ? "bg-level-3 text-on-level-3" : "bg-raised text-muted border-b border-line";
  return (
    <aside
      aria-label={t("label")}
      className={`flex h-(--banner-height) shrink-0 items-center justify-center gap-x-3 overflow-hidden px-3 text-xs font-semibold whitespace-nowrap print:border-b ${tone}`}
    >
      {exercise && (
        <strong className="tracking-wide">
          <span lang="en">EXERCISE</span> <span lang="ko">훈련</span>
        </strong>
      )}
      {exercise && city.speed !== 1 && <span>{t("speed", { speed: city.speed })}</span>}
      {city.demo && (
        <span>
          <span lang="en">Simulated data</span> <span lang="ko">모의 데이터</span>
        </span>
      )}
    </aside>
  );
}

/** Whether a page of this city carries marks. */
export const isMarked = (city: CityInfo | null): city is CityInfo => !!city && (city.demo || city.mode === "exercise");
