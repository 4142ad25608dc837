import fc from "fast-check";
import { expect, test } from "vitest";
import { type Agency, codeFor } from "../contract/agency";
import type { Zone } from "../contract/device";
import { Hazard, levels } from "../contract/level";
import { type AgencyFacts, whichAgencies } from "./which-agencies";

const agency = (id: string, more: Partial<Agency> = {}): Agency => ({
  id,
  name: { ko: id, en: id },
  phone: "",
  kind: "other",
  panel: "console",
  zones: [],
  hazards: ["flood"],
  codes: [],
  ...more,
});
const square = (west: number): Zone["geometry"] => {
  const [a, b, c, d] = [west, 37, west + 1, 38];
  return {
    type: "Polygon",
    coordinates: [
      [
        [a, b],
        [c, b],
        [c, d],
        [a, d],
        [a, b],
      ],
    ],
  };
};
const zone = (id: string, purpose: Zone["purpose"], geometry: Zone["geometry"]): Zone => ({
  id,
  purpose,
  name: { ko: id, en: id },
  geometry,
});
const zones = [
  zone("seocho", "district", square(127)),
  zone("mapo", "district", square(126)),
  zone("riverside", "riverside", null),
];
const facts: AgencyFacts = {
  hazard: "flood",
  level: 3,
  place: { lat: 37.5, lon: 127.5 },
  zones,
  zoneIds: ["riverside"],
};

test("whose area it is comes first, then who is for the whole city; who is elsewhere or for other work is not suggested", () => {
  const all = [
    agency("justice", { hazards: ["other"] }),
    agency("mapo-gu", { zones: ["mapo"] }),
    agency("police"),
    agency("seocho-gu", { zones: ["seocho"] }),
    agency("river", { zones: ["riverside"] }),
  ];
  expect(whichAgencies(all, facts).map((it) => [it.agencyId, it.reason, it.zone, it.suggested])).toEqual([
    ["seocho-gu", "here", "seocho", true],
    ["river", "here", "riverside", true],
    ["police", "city", null, true],
    ["mapo-gu", "other-area", null, false],
    ["justice", "other-work", null, false],
  ]);
});

test("a request carries the agency's own code for the level, and none where it has none", () => {
  const name = { ko: "코드", en: "code" };
  const police = agency("police", {
    codes: [
      { code: "0", name, levels: [4] },
      { code: "1", name, levels: [3, 2] },
      { code: "4", name, levels: [] },
    ],
  });
  expect(levels.map((level) => codeFor(police, level))).toEqual([null, "1", "1", "0"]);
  expect(whichAgencies([police], facts)[0]?.code).toBe("1");
});

test("every agency is listed once, and nobody is suggested for a hazard that is not theirs", () => {
  const some = fc.array(
    fc.record({ hazards: fc.subarray([...Hazard.options]), zones: fc.subarray(["seocho", "mapo", "riverside"]) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(some, fc.constantFrom(...Hazard.options), (list, hazard) => {
      const all = list.map((more, i) => agency(`a${i}`, more));
      const choices = whichAgencies(all, { ...facts, hazard });
      expect(new Set(choices.map((it) => it.agencyId)).size).toBe(all.length);
      for (const { agencyId, suggested } of choices)
        if (suggested) expect(all.find(({ id }) => id === agencyId)?.hazards).toContain(hazard);
    }),
  );
});
