"use client";
import { useTranslations } from "next-intl";
import { ZonePurpose } from "@/lib/contract/device";
import type { useCityWords } from "./use-city-words";

type Options = { city: ReturnType<typeof useCityWords>; chosen: string };

/** What a device stands in or a rule holds in: a purpose as such, or one drawn zone. What is chosen is always among them. */
export function ZoneOptions({ city, chosen }: Options) {
  const t = useTranslations("admin.zones");
  const purposes: readonly string[] = ZonePurpose.options;
  const drawn = city.zones.map(({ id }) => id).filter((id) => !purposes.includes(id));
  const known = !chosen || purposes.includes(chosen) || drawn.includes(chosen);
  return (
    <>
      {!known && <option value={chosen}>{chosen}</option>}
      <optgroup label={t("purpose")}>
        {purposes.map((id) => (
          <option key={id} value={id}>
            {city.zoneName(id)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t("title")}>
        {drawn.map((id) => (
          <option key={id} value={id}>
            {city.zoneName(id)}
          </option>
        ))}
      </optgroup>
    </>
  );
}
