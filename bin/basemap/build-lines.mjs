import { arterials } from "./authored/arterials.mjs";
import { bridges } from "./authored/bridges.mjs";
import { green } from "./authored/green.mjs";
import { motorways } from "./authored/motorways.mjs";
import { railways } from "./authored/region.mjs";
import { streets } from "./authored/streets.mjs";
import { close, feature, parse, same, smooth, toMetres } from "./geometry.mjs";

const SQUARE = new Set(["경복궁", "종묘", "여의도공원"]);

const JOIN_METRES = 330;
const bridgeEnds = bridges.flatMap(([, , kind, , line]) => (kind === "road" ? parse(line) : []));

/** A street that stops near a bridge's end goes on to it. */
function joinBridges(points) {
  const near = (point) => bridgeEnds.find((end) => apart(point, end) < JOIN_METRES && apart(point, end) > 1);
  const [before, after] = [near(points[0]), near(points.at(-1))];
  return [...(before ? [before] : []), ...points, ...(after ? [after] : [])];
}

function apart(a, b) {
  const [p, q] = [toMetres(a), toMetres(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1]);
}

function road(roadClass) {
  return ([ko, en, line]) => {
    const tunnel = ko.startsWith("~");
    const named = ko ? { name_ko: ko.replace("~", ""), name_en: en.replace("~", "") } : {};
    const points = roadClass === "arterial" ? joinBridges(parse(line)) : parse(line);
    const loop = same(points[0], points.at(-1));
    return feature("LineString", loop ? smooth(points.slice(1), 6, true) : smooth(points, 6), {
      class: roadClass,
      ...named,
      ...(tunnel ? { tunnel } : {}),
    });
  };
}

/** Hills and parks, roads and railways, bridges. */
export function lineLayers() {
  const areas = green.map(([kind, name_ko, name_en, line]) => {
    const ring = SQUARE.has(name_ko) ? parse(line) : smooth(parse(line), 7, true);
    return feature("Polygon", [close(ring)], { class: kind, name_ko, name_en });
  });
  const roads = [
    ...railways.map(road("rail")),
    ...streets.map(road("street")),
    ...arterials.map(road("arterial")),
    ...motorways.map(road("motorway")),
  ];
  const spans = bridges.map(([name_ko, name_en, kind, opened, line]) =>
    feature("LineString", parse(line), { class: kind, name_ko, name_en, opened }),
  );
  return { green: areas, roads, bridges: spans };
}
