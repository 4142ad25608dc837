// Makes public/map/seoul/*.geojson from the authored lines: `node bin/basemap/build.mjs`
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { districtLayers } from "./build-districts.mjs";
import { labelLayer } from "./build-labels.mjs";
import { lineLayers } from "./build-lines.mjs";
import { reliefLayer } from "./build-relief.mjs";
import { waterLayers } from "./build-water.mjs";
import { round } from "./geometry.mjs";

const OUT = resolve(fileURLToPath(import.meta.url), "../../../public/map/seoul");

const deep = (coordinates) => (typeof coordinates[0] === "number" ? round(coordinates) : thin(coordinates.map(deep)));
/** Points that fell together when rounded. */
const thin = (list) => list.filter((item, i) => i === 0 || String(item) !== String(list[i - 1]));

function write(name, features) {
  const rounded = features.map((f, id) => ({
    ...f,
    id,
    geometry: { ...f.geometry, coordinates: deep(f.geometry.coordinates) },
  }));
  const text = `{"type":"FeatureCollection","features":[\n${rounded.map((f) => JSON.stringify(f)).join(",\n")}\n]}\n`;
  writeFileSync(resolve(OUT, `${name}.geojson`), text);
  console.log(`${name}.geojson  ${features.length} features, ${Math.round(text.length / 1024)} kB`);
}

mkdirSync(OUT, { recursive: true });
for (const [name, features] of Object.entries({
  ...districtLayers(),
  ...reliefLayer(),
  ...waterLayers(),
  ...lineLayers(),
  labels: labelLayer(),
})) {
  write(name, features);
}
