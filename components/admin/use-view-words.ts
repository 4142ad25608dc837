"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import { type PublicPurpose, STRANGER, type ViewSide } from "@/lib/contract/privacy";
import { useCity } from "./use-city";
import { useLocalized } from "./use-localized";

export type ViewWords = (side: ViewSide, key: string) => string;

/** What the reader calls a camera, a person, an agency, a purpose or an incident of the record; an id stands for itself where nobody knows its name. */
export function useViewWords(): ViewWords {
  const t = useTranslations("privacy");
  const purposes = useTranslations("transparency.views.purposes");
  const words = useLocalized();
  const agencies = useCity("listAgencies", {});
  const cameras = useLive((city) => city.devices);
  const incidents = useLive((city) => city.incidents);
  const names = useMemo(
    () => new Map(agencies.data?.agencies.map((agency) => [agency.id, words(agency.name)])),
    [agencies.data, words],
  );
  return useMemo(() => {
    const nameOf: Record<ViewSide, (key: string) => string | undefined> = {
      agency: (key) => (key === "" ? t("ownRoom") : key === STRANGER ? t("stranger") : names.get(key)),
      person: (key) => (key === STRANGER ? t("stranger") : key.replace(/^person:/, "")),
      camera: (key) => cameras.get(key)?.name,
      incident: (key) => incidents.get(key)?.title,
      purpose: (key) => (purposes.has(key) ? purposes(key as PublicPurpose) : undefined),
    };
    return (side, key) => nameOf[side](key) || key || t("nothing");
  }, [t, purposes, names, cameras, incidents]);
}
