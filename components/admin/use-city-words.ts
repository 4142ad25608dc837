"use client";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { ZonePurpose } from "@/lib/contract/device";
import { useCity } from "./use-city";
import { useLocalized } from "./use-localized";

/**
 * Kinds and zones, and what the reader calls them; an id stands for itself while its name is not known.
 * `failed` is the question that the city did not answer, to be asked again.
 */
export function useCityWords() {
  const words = useLocalized();
  const t = useTranslations("admin.zones.purposes");
  const kindAnswer = useCity("listKinds", {});
  const zoneAnswer = useCity("listZones", {});
  const kinds = useMemo(() => kindAnswer.data?.kinds ?? [], [kindAnswer.data]);
  const zones = useMemo(() => zoneAnswer.data?.zones ?? [], [zoneAnswer.data]);
  const kindOf = useCallback((id: string) => kinds.find((kind) => kind.id === id), [kinds]);
  const names = useMemo(() => new Map(zones.map((zone) => [zone.id, words(zone.name)])), [zones, words]);
  const zoneName = useCallback(
    (id: string) => {
      const purpose = ZonePurpose.safeParse(id).data;
      return names.get(id) ?? (purpose ? t(purpose) : id);
    },
    [names, t],
  );
  const failed = kindAnswer.failure ? kindAnswer : zoneAnswer.failure ? zoneAnswer : null;
  return { failed, kinds, zones, kindOf, zoneName };
}
