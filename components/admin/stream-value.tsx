"use client";
import { useFormatter, useLocale } from "next-intl";
import type { Locale } from "@/lib/base/localized";
import type { StreamInfo } from "@/lib/contract/kind";

/** One value of a stream in its own words, or in its digits and unit. */
export function StreamValue({ stream, value }: { stream: StreamInfo | undefined; value: number }) {
  const { number } = useFormatter();
  const locale = useLocale() as Locale;
  const word = stream?.states?.[String(value)]?.[locale];
  if (word) return word;
  const digits = stream?.digits ?? 2;
  const text = number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return stream?.unit ? `${text} ${stream.unit}` : text;
}
