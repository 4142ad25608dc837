"use client";

import { useLocale, useTranslations } from "next-intl";
import { useLive, usePulse } from "@/components/live/use-live";
import { isPresent, StateLabel } from "@/components/ui/state-label";
import type { Locale } from "@/lib/base/localized";
import type { Device, LatestValue } from "@/lib/contract/device";
import type { KindInfo, StreamInfo } from "@/lib/contract/kind";
import { Age } from "../signs/age";
import { valueText } from "../signs/value-text";

type StreamValuesProps = { device: Device; kind: KindInfo; shown: string; onShow(stream: string): void };

/** The newest value of each stream with its age. One that is not live any more is struck and says so. */
export function StreamValues({ device, kind, shown, onShow }: StreamValuesProps) {
  const pulse = usePulse(device.id);
  const lineLive = useLive((city) => city.connection.state === "live");
  const silent = !lineLive || pulse?.link === "offline" || pulse?.link === "never";
  return (
    <ul className={`mb-2 grid gap-1.5 ${kind.streams.length > 1 ? "grid-cols-2" : "grid-cols-1"}`}>
      {kind.streams.map((stream) => (
        <li key={stream.name}>
          <StreamTile
            stream={stream}
            latest={pulse?.values.get(stream.name)}
            silent={silent}
            shown={stream.name === shown}
            onShow={() => onShow(stream.name)}
          />
        </li>
      ))}
    </ul>
  );
}

type TileProps = {
  stream: StreamInfo;
  latest: LatestValue | undefined;
  /** Nobody hears the device, or the city. */
  silent: boolean;
  shown: boolean;
  onShow(): void;
};

function StreamTile({ stream, latest, silent, shown, onShow }: TileProps) {
  const t = useTranslations("desk.device");
  const locale = useLocale() as Locale;
  const state = silent ? "stale" : (latest?.state ?? "fresh");
  return (
    <button
      type="button"
      aria-pressed={shown}
      onClick={onShow}
      className={`w-full rounded-md border px-2.5 py-1.5 text-left ${shown ? "border-accent bg-raised" : "border-line hover:bg-raised/60"}`}
    >
      <span className="block truncate text-muted text-xs">{stream.label[locale]}</span>
      <span className="flex items-baseline justify-between gap-2">
        <span
          className={`whitespace-nowrap font-semibold text-lg tabular-nums ${isPresent(state) ? "text-ink" : "text-muted line-through decoration-1"}`}
        >
          {latest ? valueText(stream, latest.value, locale) : "–"}
        </span>
        <span className="flex flex-wrap justify-end gap-x-1 text-muted text-xs">
          {latest ? <Age at={latest.at} /> : t("noValue")}
          {latest && <StateLabel state={state} />}
        </span>
      </span>
    </button>
  );
}
