import { islands, northBank, paldangLake, southBank } from "./authored/han.mjs";
import { ganghwa, sea, yeongjong } from "./authored/region.mjs";
import { saetgang, streams } from "./authored/streams.mjs";
import { band, close, feature, parse, smooth } from "./geometry.mjs";

const WIDE_ENOUGH_METRES = 40;
const ring = (text) => close(smooth(parse(text), 5, true));

/** The Han and the wide streams as areas, and every stream as a line (for its name, and to be seen from afar). */
export function waterLayers() {
  const han = [...smooth(parse(northBank), 6), ...smooth(parse(southBank), 6).reverse()];
  const river = feature("Polygon", [close(han), ...islands.map((island) => ring(island.ring))], {
    class: "river",
    name_ko: "한강",
    name_en: "Han River",
  });
  const lake = feature("Polygon", [close(smooth(parse(paldangLake), 5))], {
    class: "lake",
    name_ko: "팔당호",
    name_en: "Lake Paldang",
  });
  const wide = streams
    .filter(([, , , width]) => width >= WIDE_ENOUGH_METRES)
    .map(([name_ko, name_en, , width, line]) =>
      feature("Polygon", [band(smooth(parse(line), 6), width)], { class: "stream", name_ko, name_en }),
    );
  const arm = feature("Polygon", [band(smooth(parse(saetgang.line), 6), saetgang.width)], {
    class: "stream",
    name_ko: saetgang.name_ko,
    name_en: saetgang.name_en,
  });
  const lines = streams.map(([name_ko, name_en, rank, width, line]) =>
    feature("LineString", smooth(parse(line), 6), { class: "stream", name_ko, name_en, rank, width }),
  );
  const ocean = feature("Polygon", [close(smooth(parse(sea), 4, true)), ring(ganghwa), ring(yeongjong)], {
    class: "sea",
    name_ko: "서해",
    name_en: "Yellow Sea",
  });
  return { water: [ocean, river, lake, arm, ...wide], streams: lines };
}
