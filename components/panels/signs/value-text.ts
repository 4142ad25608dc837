import type { Locale } from "@/lib/base/localized";
import type { StreamInfo } from "@/lib/contract/kind";

/** A value as people read it: the word of a state, or the number with its digits and unit. */
export function valueText(stream: StreamInfo | undefined, value: number, locale: Locale): string {
  if (!stream) return String(Math.round(value * 100) / 100);
  const state = stream.states?.[String(value)];
  if (state) return state[locale];
  return stream.unit ? `${value.toFixed(stream.digits)} ${stream.unit}` : value.toFixed(stream.digits);
}
