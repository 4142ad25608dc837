"use client";
import { Eraser } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Field as UiField } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { AdminMap } from "./admin-map";
import { isRing, type Ring, type RingFault, ringOfText, textOfRing } from "./ring-text";

// the drawing tool needs a browser, and only this page needs the tool
const DrawLayer = dynamic(() => import("./draw-layer").then((it) => it.DrawLayer), { ssr: false });

type Area = { corners: string; fault: RingFault | null; onChange(corners: string): void };

/** A zone's outline: drawn on the map, or typed as corners. Both are the same, whichever hand made it. */
export function ZoneArea({ corners, fault, onChange }: Area) {
  const t = useTranslations("admin");
  const read = useMemo(() => ringOfText(corners), [corners]);
  const ring = isRing(read) ? read : corners.trim() ? undefined : null;
  const drawn = useCallback((outline: Ring) => onChange(textOfRing(outline)), [onChange]);
  // a line half typed is no mistake yet, an outline that crosses itself is
  const wrong = fault ?? (!isRing(read) && read.code === "crosses" ? read : null);
  const error = wrong && t(`zones.ringFault.${wrong.code}`, { line: wrong.line ?? 0 });
  return (
    <div className="flex min-w-0 flex-col gap-3 xl:col-start-2 xl:row-span-2 xl:row-start-1">
      <p className="text-xs text-muted">{t("zones.drawHint")}</p>
      <AdminMap tall label={t("map.draw")}>
        <DrawLayer ring={ring} onRing={drawn} />
        <Button size="sm" className="absolute right-2 bottom-2 z-10" disabled={!corners} onClick={() => onChange("")}>
          <Eraser size={14} aria-hidden />
          {t("zones.undraw")}
        </Button>
      </AdminMap>
      <UiField label={t("zones.text")} hint={t("zones.textHint")} error={error}>
        {(control) => (
          <Textarea
            {...control}
            rows={6}
            spellCheck={false}
            className="font-mono"
            value={corners}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </UiField>
    </div>
  );
}
