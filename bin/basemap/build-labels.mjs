import { bridges } from "./authored/bridges.mjs";
import { districts } from "./authored/districts.mjs";
import { green, peaks } from "./authored/green.mjs";
import { islands, riverNames } from "./authored/han.mjs";
import { cities, neighbourhoods } from "./authored/places.mjs";
import { feature, parse, smooth, toMetres } from "./geometry.mjs";

const point = (kind, name_ko, name_en, at, rank = 5) => feature("Point", at, { class: kind, name_ko, name_en, rank });

function middle(text) {
  const points = parse(text);
  return [0, 1].map((k) => (Math.min(...points.map((p) => p[k])) + Math.max(...points.map((p) => p[k]))) / 2);
}

const farRiverName = (line) =>
  feature("LineString", smooth(parse(line), 8), { class: "river", seen: "far", name_ko: "한강", name_en: "Han River" });

/** A point with the river's direction there, clockwise in degrees: a line's name would be written twice where tiles meet. */
function nearRiverName(line) {
  const [from, at, to] = parse(line);
  const [a, b] = [toMetres(from), toMetres(to)];
  const angle = Math.round((Math.atan2(a[1] - b[1], b[0] - a[0]) * 180) / Math.PI);
  return feature("Point", at, { class: "river", seen: "near", angle, name_ko: "한강", name_en: "Han River" });
}

/** Where each name stands. Only the river's is a line. */
export function labelLayer() {
  return [
    ...Object.values(districts).map(([ko, en, lng, lat]) => point("district", ko, en, [lng, lat], 1)),
    ...cities.map(([ko, en, lng, lat, rank]) => point("city", ko, en, [lng, lat], rank)),
    ...neighbourhoods.map(([ko, en, lng, lat]) => point("neighbourhood", ko, en, [lng, lat])),
    ...peaks.map(([ko, en, lng, lat, rank]) => point("hill", ko, en, [lng, lat], rank)),
    ...green.filter(([kind]) => kind === "park").map(([, ko, en, ring]) => point("park", ko, en, middle(ring), 4)),
    ...islands.map((island) => point("island", island.name_ko, island.name_en, middle(island.ring), 3)),
    ...bridges.map(([ko, en, kind, , line]) => point("bridge", ko, en, middle(line), kind === "road" ? 2 : 3)),
    ...riverNames.far.map(farRiverName),
    ...riverNames.near.map(nearRiverName),
  ];
}
