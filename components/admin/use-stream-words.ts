"use client";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { valueText } from "@/components/panels/signs/value-text";
import type { Locale } from "@/lib/base/localized";
import { useCity } from "./use-city";
import { useDeviceName } from "./use-device-name";

/** What a stream of a device is called, and its values with their unit; ids and bare numbers while the city has not answered. */
export function useStreamWords() {
  const locale = useLocale() as Locale;
  const kinds = useCity("listKinds", {}).data?.kinds;
  const deviceName = useDeviceName();
  const streams = useMemo(
    () => new Map(kinds?.flatMap((kind) => kind.streams).map((stream) => [stream.name, stream])),
    [kinds],
  );
  return {
    name: (deviceId: string, stream: string) =>
      `${deviceName(deviceId)} · ${streams.get(stream)?.label[locale] ?? stream}`,
    value: (stream: string, value: number) => valueText(streams.get(stream), value, locale),
  };
}
