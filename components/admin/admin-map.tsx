"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CityMap } from "@/components/map/city-map";
import { useCity } from "./use-city";

/** A framed map inside a form: the city's own style once it is known, and a quiet ground until then. */
export function AdminMap({ label, children, tall }: { label: string; children: ReactNode; tall?: boolean }) {
  const t = useTranslations("admin.map");
  const city = useCity("getCity", {});
  const failed = <p className="absolute inset-0 grid place-items-center p-6 text-center text-muted">{t("failed")}</p>;
  return (
    <div
      className={`relative w-full overflow-hidden rounded-lg border border-line bg-ground ${tall ? "h-[26rem] lg:h-[36rem]" : "h-72 sm:h-96"}`}
    >
      {(city.data || city.failure) && (
        <CityMap label={label} styleUrl={city.data?.mapStyleUrl ?? null} failed={failed}>
          {children}
        </CityMap>
      )}
    </div>
  );
}
