"use client";
import { useTranslations } from "next-intl";
import type { Choice } from "./rule-controls";
import type { useCityWords } from "./use-city-words";
import { useLocalized } from "./use-localized";

/** The streams of a kind, or of all, with their units; before them `none`, where nothing is chosen. */
export function useStreamChoices(
  { kinds }: Pick<ReturnType<typeof useCityWords>, "kinds">,
  kind: string,
  none?: string,
): Choice[] {
  const t = useTranslations("admin.device");
  const words = useLocalized();
  const asked = kind ? kinds.filter(({ id }) => id === kind) : kinds;
  const streams = new Map(asked.flatMap((k) => k.streams).map((stream) => [stream.name, stream]));
  const named = [...streams.values()].map(({ name, label, unit }) => ({
    value: name,
    label: unit ? `${words(label)} (${unit})` : words(label),
  }));
  return [{ value: "", label: none ?? t("choose") }, ...named];
}
