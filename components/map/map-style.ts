import type { StyleSpecification } from "maplibre-gl";
import type { Locale } from "@/lib/base/localized";
import { baseStyle } from "./base-style";
import type { Theme } from "./use-theme";

/** What the map looks like below everything live. `url`: the city's MAP_STYLE_URL, any vector style, or null. */
export type MapStyle = { url: string | null; theme: Theme; locale: Locale };

export const styleKey = ({ url, theme, locale }: MapStyle): string => `${url ?? "base"} ${theme} ${locale}`;

export const styleOf = ({ url, theme, locale }: MapStyle): StyleSpecification | string =>
  url ?? baseStyle({ theme, locale });
