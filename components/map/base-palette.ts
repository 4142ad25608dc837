export type BaseTheme = "dark" | "light";

/** Every colour of the base map. Low chroma on purpose: red, orange and yellow belong to the alerts above it. */
export interface BasePalette {
  land: string;
  city: string;
  /** From the foot of a hill to its top. */
  relief: readonly [string, ...string[]];
  park: string;
  water: string;
  waterEdge: string;
  district: string;
  cityEdge: string;
  cityGlow: string;
  road: { motorway: string; arterial: string; street: string; casing: string; tunnel: string; rail: string };
  bridge: string;
  bridgeCasing: string;
  text: {
    strong: string;
    normal: string;
    quiet: string;
    water: string;
    green: string;
    halo: string;
    waterHalo: string;
  };
}

const dark: BasePalette = {
  land: "#0b0f14",
  city: "#121820",
  relief: ["#131d1c", "#16221f", "#192723", "#1d2c27", "#21322c", "#263831"],
  park: "#1a2823",
  water: "#0f2a3d",
  waterEdge: "#1e445c",
  district: "#3a4856",
  cityEdge: "#5a6e80",
  cityGlow: "#31475a",
  road: {
    motorway: "#4a5866",
    arterial: "#36424e",
    street: "#252e38",
    casing: "#0c1116",
    tunnel: "#3a4550",
    rail: "#2e3842",
  },
  bridge: "#6b7a88",
  bridgeCasing: "#0a1a26",
  text: {
    strong: "#c9d3dd",
    normal: "#9fadba",
    quiet: "#7f8e9c",
    water: "#7fb0cf",
    green: "#86a596",
    halo: "#0d1218",
    waterHalo: "#0d2333",
  },
};

const light: BasePalette = {
  land: "#e6e8e8",
  city: "#f5f5f2",
  relief: ["#e6ede2", "#dee8d9", "#d7e3d1", "#d0deca", "#c9d9c3", "#c2d3bc"],
  park: "#d3e3d0",
  water: "#b9d3e2",
  waterEdge: "#97b9cd",
  district: "#a9b3bb",
  cityEdge: "#75848f",
  cityGlow: "#c3ccd2",
  road: {
    motorway: "#c3cad1",
    arterial: "#ffffff",
    street: "#ffffff",
    casing: "#cfd5d9",
    tunnel: "#d9dee2",
    rail: "#b7bfc6",
  },
  bridge: "#8b99a5",
  bridgeCasing: "#f5f7f8",
  text: {
    strong: "#27323b",
    normal: "#465560",
    quiet: "#5a6973",
    water: "#2c6285",
    green: "#456a52",
    halo: "#f8f8f6",
    waterHalo: "#cfe1ec",
  },
};

/** The palette of a theme. */
export const basePalette = (theme: BaseTheme): BasePalette => (theme === "dark" ? dark : light);
