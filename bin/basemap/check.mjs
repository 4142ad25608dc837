// `npm run basemap:check`: is the map sound in itself, and how far is it from surveyed outlines (../shared/basemap, not shipped)?
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { toMetres } from "./geometry.mjs";
import { along, bounds, distance, inside, overlap, ringsOf, summary } from "./measure.mjs";

const ROOT = resolve(fileURLToPath(import.meta.url), "../../..");
const REFERENCE = resolve(ROOT, "../shared/basemap");
const SAMPLE_METRES = 25;
const GRID_METRES = 40;
/** The part of the Han that the reference has, in degrees: between Haengju and Gangdong bridges. */
const HAN_FROM_TO = [126.815, 127.165];

const read = (path) => JSON.parse(readFileSync(path, "utf8")).features;
const ours = (name) => read(resolve(ROOT, `public/map/seoul/${name}.geojson`));
const metres = (value) => `${Math.round(value)} m`.padStart(7);
const line = (label, { mean, p95, max }, iou) =>
  console.log(
    `${label.padEnd(22)} mean ${metres(mean)}  95th ${metres(p95)}  max ${metres(max)}  IoU ${iou.toFixed(3)}`,
  );

/** Every bridge must stand on both banks, and the riverside roads must stay dry. Prints and counts what is wrong. */
function checkItself(river) {
  const wet = (degrees) => inside(toMetres(degrees), river);
  const faults = [];
  for (const { properties, geometry } of ours("bridges").filter((bridge) => bridge.properties.class !== "dam")) {
    const [from, to] = [geometry.coordinates[0], geometry.coordinates.at(-1)];
    const middle = [0.3, 0.5, 0.7].map((t) => [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]);
    if (wet(from) || wet(to)) faults.push(`${properties.name_ko} ends in the water`);
    else if (!middle.some(wet)) faults.push(`${properties.name_ko} does not cross the river`);
  }
  for (const { properties, geometry } of ours("roads").filter((road) =>
    ["올림픽대로", "강변북로", "자유로"].includes(road.properties.name_ko),
  )) {
    const drowned = geometry.coordinates.filter(wet);
    if (drowned.length)
      faults.push(
        `${properties.name_ko} runs in the water at ${drowned[0].join(", ")} and ${drowned.length - 1} more points`,
      );
  }
  for (const fault of faults) console.log(`FAULT  ${fault}`);
  if (!faults.length) console.log("Bridges stand on both banks, riverside roads are dry.");
  return faults.length;
}

function compareDistricts() {
  const reference = new Map(
    read(resolve(REFERENCE, "juso2015_gu_simple.geojson")).map((f) => [f.properties.SIG_KOR_NM, f]),
  );
  const all = [];
  const overlaps = [];
  for (const { properties, geometry } of ours("districts")) {
    const [mine, theirs] = [ringsOf(geometry), ringsOf(reference.get(properties.name_ko).geometry)];
    const distances = [...along(mine, SAMPLE_METRES)].map((point) => distance(point, theirs));
    overlaps.push(overlap(mine, theirs, GRID_METRES));
    all.push(...distances);
    line(`${properties.name_ko} ${properties.name_en}`, summary(distances), overlaps.at(-1));
  }
  line(
    `All ${overlaps.length} districts`,
    summary(all),
    overlaps.reduce((sum, value) => sum + value, 0) / overlaps.length,
  );
}

function compareRiver(river) {
  const rings = read(resolve(REFERENCE, "seoul_river.geojson")).map((f) => ringsOf(f.geometry));
  const span = HAN_FROM_TO.map((lng) => toMetres([lng, 37.55])[0]);
  const han = rings.filter((polygon) => isHan(polygon, river)).flat();
  const between = ([x]) => x > span[0] && x < span[1];
  const distances = [...along(river, SAMPLE_METRES)].filter(between).map((point) => distance(point, han));
  const [, south, , north] = bounds(han);
  line("한강 Han River", summary(distances), overlap(river, han, GRID_METRES, [span[0], south, span[1], north]));
}

/** A piece of the Han, not of a stream: nearly all of its outline lies in our river or within 250 m of it. */
function isHan(polygon, river) {
  const points = polygon[0];
  const near = points.filter((point) => inside(point, river) || distance(point, river) < 250);
  return near.length > points.length * 0.9;
}

const han = ours("water").find((f) => f.properties.class === "river");
const faults = checkItself(ringsOf(han.geometry));
if (existsSync(REFERENCE)) {
  console.log("\nDistance of our outlines from the surveyed ones, and how much of the area is shared:");
  compareDistricts();
  compareRiver(ringsOf(han.geometry));
} else {
  console.log(`\nNothing to compare with: ${REFERENCE} is absent. It is not part of the product.`);
}
process.exitCode = faults ? 1 : 0;
