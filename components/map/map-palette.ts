import type { Level } from "@/lib/contract/level";

/** Colours of what is live on the map, as `rgba()`: taken from the page's tokens, so that map and panels never differ. */
export type MapPalette = {
  level: Record<Level, string>;
  /** The same levels as edges and as letters: a yellow fill cannot be told from a white ground. */
  levelEdge: Record<Level, string>;
  levelInk: Record<Level, string>;
  ok: string;
  accent: string;
  ground: string;
  panel: string;
  line: string;
  ink: string;
  muted: string;
  faint: string;
};

const LEVEL: Record<Level, string> = { 1: "#5aa9ff", 2: "#f2c94c", 3: "#ff9142", 4: "#ff6166" };

/** The tokens of the theme that the page has now. */
export function readPalette(): MapPalette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string, fallback: string) => plainColour(style.getPropertyValue(name).trim() || fallback);
  const perLevel = (name: (level: Level) => string): Record<Level, string> => {
    const one = (level: Level) =>
      token(name(level), style.getPropertyValue(`--color-level-${level}`).trim() || LEVEL[level]);
    return { 1: one(1), 2: one(2), 3: one(3), 4: one(4) };
  };
  return {
    level: perLevel((level) => `--color-level-${level}`),
    levelEdge: perLevel((level) => `--border-color-level-${level}`),
    levelInk: perLevel((level) => `--text-color-level-${level}`),
    ok: token("--color-ok", "#3ecfb2"),
    accent: token("--color-accent", "#7cc4ff"),
    ground: token("--color-ground", "#0b0f14"),
    panel: token("--color-panel", "#121820"),
    line: token("--color-line", "#2a3440"),
    ink: token("--color-ink", "#e8eef4"),
    muted: token("--color-muted", "#9fadba"),
    faint: token("--color-faint", "#6d7b88"),
  };
}

let pixel: CanvasRenderingContext2D | null = null;

/** Any CSS colour (oklch, a mix) as the rgba() that MapLibre can read. */
function plainColour(css: string): string {
  pixel ??= Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
    willReadFrequently: true,
  });
  if (!pixel) return css;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = css;
  pixel.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 255] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgba(${r}, ${g}, ${b}, ${a / 255})`;
}

/** Dark or light ink, whichever can be read on `rgba(...)`. */
export function inkOn(colour: string): string {
  const [r = 0, g = 0, b = 0] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 128 ? "#0b0f14" : "#ffffff";
}
