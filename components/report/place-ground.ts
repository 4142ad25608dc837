import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { drawLine, drawRing, type Sketch } from "@/components/public/sketch";
import type { Place } from "@/lib/base/geo";

const Spot = z.tuple([z.number(), z.number()]).rest(z.number());
const Shapes = z.object({
  features: z.array(
    z.object({
      geometry: z.discriminatedUnion("type", [
        z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(Spot)) }),
        z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(Spot))) }),
        z.object({ type: z.literal("LineString"), coordinates: z.array(Spot) }),
        z.object({ type: z.literal("MultiLineString"), coordinates: z.array(z.array(Spot)) }),
      ]),
    }),
  ),
});

/** SVG path data of each layer of the base map within a window. */
export type Ground = Record<"green" | "water" | "streams" | "roads" | "bridges" | "districts", string>;

/** A window of `reachM` metres to each side of a place. */
export function windowAround({ lat, lon }: Place, reachM: number, width: number): Sketch {
  const [dLat, dLon] = [reachM / 111_195, reachM / (111_195 * Math.cos((lat * Math.PI) / 180))];
  const box = { west: lon - 1.6 * dLon, east: lon + 1.6 * dLon, south: lat - dLat, north: lat + dLat };
  return { ...box, width, height: Math.round(width / 1.6) };
}

/** The base map in a window, drawn on the server; null where the map is not there. */
export async function groundOf(window: Sketch): Promise<Ground | null> {
  const names = ["green", "water", "streams", "roads", "bridges", "districts"] as const;
  try {
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await layer(name, window)])),
    ) as Ground;
  } catch {
    return null;
  }
}

async function layer(name: string, window: Sketch): Promise<string> {
  const text = await readFile(join(process.cwd(), "public/map/seoul", `${name}.geojson`), "utf8");
  return Shapes.parse(JSON.parse(text))
    .features.flatMap(({ geometry: { type, coordinates } }) => {
      if (type === "Polygon") return coordinates.map((ring) => near(ring, window) && drawRing(ring, window));
      if (type === "MultiPolygon")
        return coordinates.flat().map((ring) => near(ring, window) && drawRing(ring, window));
      const lines = type === "LineString" ? [coordinates] : coordinates;
      return lines.map((line) => near(line, window) && drawLine(line, window));
    })
    .filter(Boolean)
    .join("");
}

/** Whether what these spots enclose may touch the window. */
function near(
  spots: readonly (readonly [number, number, ...number[]])[],
  { west, east, south, north }: Sketch,
): boolean {
  const [lons, lats] = [spots.map(([lon]) => lon), spots.map(([, lat]) => lat)];
  return Math.min(...lons) < east && Math.max(...lons) > west && Math.min(...lats) < north && Math.max(...lats) > south;
}
