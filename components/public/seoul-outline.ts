import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cache } from "react";
import { z } from "zod";
import { drawRing, SKETCH, type SketchDistrict } from "./sketch";

export type Outline = { districts: SketchDistrict[]; river: string };

const Ring = z.array(z.tuple([z.number(), z.number()]).rest(z.number()));
const Shapes = z.object({
  features: z.array(
    z.object({
      properties: z.record(z.string(), z.unknown()),
      geometry: z.discriminatedUnion("type", [
        z.object({ type: z.literal("Polygon"), coordinates: z.array(Ring) }),
        z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(Ring)) }),
      ]),
    }),
  ),
});

let kept: Outline | null = null;

/** The districts and the river of the base map as SVG paths, drawn once on the server; null where the map is not there. */
export const seoulOutline = cache(async (): Promise<Outline | null> => {
  kept ??= await draw().catch(() => null);
  return kept;
});

async function draw(): Promise<Outline> {
  const [districts, water] = await Promise.all([read("districts"), read("water")]);
  return {
    districts: districts.map(({ properties, path }) => ({
      name: { ko: String(properties.name_ko), en: String(properties.name_en) },
      path,
    })),
    river: water.find(({ properties }) => properties.class === "river")?.path ?? "",
  };
}

async function read(name: string) {
  const text = await readFile(join(process.cwd(), "public/map/seoul", `${name}.geojson`), "utf8");
  return Shapes.parse(JSON.parse(text)).features.map(({ properties, geometry }) => {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return { properties, path: polygons.map((rings) => drawRing(rings[0] ?? [], SKETCH)).join("") };
  });
}
