"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/base/localized";
import { Hazard, hazardNames, type Level, levelNames, levels } from "@/lib/contract/level";
import type { QueueFilter } from "./queue";

const STATES = ["standing", "raised", "ended"] as const;
const FIELD = "h-8 min-w-0 flex-1 rounded border border-line bg-panel px-1.5 text-ink text-xs";

type FiltersProps = { filter: QueueFilter; unseen: number; onChange(filter: QueueFilter): void };

/** Which alerts the queue shows; `unseen`: how many nobody has acknowledged. */
export function QueueFilters({ filter, unseen, onChange }: FiltersProps) {
  const t = useTranslations("desk.queue");
  const locale = useLocale() as Locale;
  return (
    <div className="flex flex-col gap-2 border-line border-b px-3 py-2">
      <fieldset className="flex rounded border border-line">
        <legend className="sr-only">{t("filterState")}</legend>
        {STATES.map((state) => (
          <label
            key={state}
            className="flex-1 cursor-pointer rounded px-2 py-1 text-center text-muted text-xs has-checked:bg-raised has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="queue-state"
              className="sr-only"
              checked={filter.state === state}
              onChange={() => onChange({ ...filter, state })}
            />
            {t(`state.${state}`)}
            {state === "raised" && unseen > 0 && <strong className="ml-1 text-ink tabular-nums">{unseen}</strong>}
          </label>
        ))}
      </fieldset>
      <div className="flex gap-2">
        <select
          aria-label={t("filterLevel")}
          className={FIELD}
          value={filter.level}
          onChange={(event) => onChange({ ...filter, level: Number(event.target.value) as Level })}
        >
          {levels.map((level) => (
            <option key={level} value={level}>
              {level === 1 ? t("everyLevel") : t("levelAndUp", { level: levelNames[level][locale] })}
            </option>
          ))}
        </select>
        <select
          aria-label={t("filterHazard")}
          className={FIELD}
          value={filter.hazard ?? ""}
          onChange={(event) => onChange({ ...filter, hazard: Hazard.safeParse(event.target.value).data ?? null })}
        >
          <option value="">{t("everyHazard")}</option>
          {Hazard.options.map((hazard) => (
            <option key={hazard} value={hazard}>
              {hazardNames[hazard][locale]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
