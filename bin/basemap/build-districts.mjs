import { borders, districts } from "./authored/districts.mjs";
import { close, feature, parse, smooth, stitch } from "./geometry.mjs";

/** Each border once, softened, as [the two sides, the line]. */
const lines = borders.map(([sides, text]) => [sides.split("|"), smooth(parse(text), 4)]);

/** The districts as areas, the city as one area, and every inner border once (so that no dash is drawn twice). */
export function districtLayers() {
  const area = (code) => stitch(lines.filter(([sides]) => sides.includes(code)).map(([, line]) => line)).map(close);
  const polygons = Object.entries(districts).map(([code, [name_ko, name_en]]) =>
    feature("Polygon", area(code), { class: "district", code, name_ko, name_en }),
  );
  const city = feature("Polygon", area("out"), { class: "city", name_ko: "서울특별시", name_en: "Seoul" });
  const inner = lines.filter(([sides]) => !sides.includes("out"));
  const edges = inner.map(([sides, line]) =>
    feature("LineString", line, { class: "district-edge", sides: sides.join("|") }),
  );
  return { districts: polygons, land: [city, ...edges] };
}
