/** Colours of what is live on the map, as `rgba()`: taken from the page's tokens, so that map and panels never differ. */
export type MapPalette = {
  level: Record<1 | 2 | 3 | 4, string>;
  ok: string;
  accent: string;
  ground: string;
  panel: string;
  line: string;
  ink: string;
  muted: string;
  faint: string;
};

/** The tokens of the theme that the page has now. */
export function readPalette(): MapPalette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string, fallback: string) =>
    plainColour(style.getPropertyValue(`--color-${name}`).trim() || fallback);
  return {
    level: {
      1: token("level-1", "#5aa9ff"),
      2: token("level-2", "#f2c94c"),
      3: token("level-3", "#ff9142"),
      4: token("level-4", "#ff5a5f"),
    },
    ok: token("ok", "#3ecfb2"),
    accent: token("accent", "#7cc4ff"),
    ground: token("ground", "#0b0f14"),
    panel: token("panel", "#121820"),
    line: token("line", "#2a3440"),
    ink: token("ink", "#e8eef4"),
    muted: token("muted", "#9fadba"),
    faint: token("faint", "#6d7b88"),
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
