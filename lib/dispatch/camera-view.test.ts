import fc from "fast-check";
import { expect, it } from "vitest";
import { AssignmentState } from "../contract/incident";
import { isOpen } from "./assignment";
import { rankCameras, sightOf } from "./camera-rank";
import { noLook, type ViewFacts, viewEnd } from "./camera-view";

const facts: fc.Arbitrary<ViewFacts> = fc.record({
  now: fc.nat(10),
  until: fc.nat(10),
  agencyId: fc.constantFrom(null, "police"),
  incident: fc.option(
    fc.record({ open: fc.boolean(), asked: fc.array(fc.constantFrom(...AssignmentState.options), { maxLength: 3 }) }),
  ),
  cameraInService: fc.boolean(),
  signedIn: fc.boolean(),
  left: fc.boolean(),
  mayLook: fc.boolean(),
});

it("lets a look go on only for an open incident, by who works on it, signed in, in time, of a camera in service", () => {
  fc.assert(
    fc.property(facts, (f) => {
      const works = f.agencyId === null || (f.incident?.asked.some(isOpen) ?? false);
      const may =
        f.signedIn &&
        f.mayLook &&
        f.cameraInService &&
        f.incident?.open === true &&
        works &&
        !f.left &&
        f.now < f.until;
      expect(viewEnd(f) === null).toBe(may);
    }),
  );
});

it("says why", () => {
  const fine: ViewFacts = {
    now: 1,
    until: 2,
    agencyId: "police",
    incident: { open: true, asked: ["refused", "accepted"] },
    cameraInService: true,
    signedIn: true,
    left: false,
    mayLook: true,
  };
  const end = (change: Partial<ViewFacts>) => viewEnd({ ...fine, ...change });
  expect([
    end({}),
    end({ now: 2 }),
    end({ incident: null }),
    end({ incident: { open: true, asked: ["cleared"] } }),
    end({ incident: { open: false, asked: ["cleared"] } }),
    end({ agencyId: null, incident: { open: false, asked: [] } }),
  ]).toEqual([null, "ran-out", "assignment-ended", "assignment-ended", "incident-closed", "incident-closed"]);
  expect(noLook("ran-out")).toMatchObject({ code: "forbidden", detail: { end: "ran-out" } });
});

const place = { lat: 37.5, lon: 127 };
const aim = { bearingDeg: null, fovDeg: null, rangeM: null };

it("knows what a camera sees of a place", () => {
  const south = { lat: 37.4995, lon: 127 };
  const sight = (given: Partial<typeof aim | Record<string, number>>) => sightOf(south, { ...aim, ...given }, place);
  expect(sight({})).toEqual({ metres: 56, sight: "unknown" });
  expect(sight({ bearingDeg: 350, fovDeg: 60 }).sight).toBe("sees");
  expect(sight({ bearingDeg: 180, fovDeg: 60 }).sight).toBe("turned-away");
  expect(sight({ rangeM: 30 }).sight).toBe("too-far");
  expect(sight({ fovDeg: 360 }).sight).toBe("sees");
});

it("puts first what can show the place now", () => {
  const camera = { metres: 10, sight: "sees", condition: "working", format: "hls" } as const;
  const ranked = rankCameras([
    { ...camera, cameraId: "no-picture", format: null },
    { ...camera, cameraId: "away", sight: "turned-away", metres: 1 },
    { ...camera, cameraId: "dark", condition: "silent", metres: 1 },
    { ...camera, cameraId: "far", metres: 90 },
    { ...camera, cameraId: "near" },
  ]);
  expect(ranked.map((c) => c.cameraId)).toEqual(["near", "far", "dark", "away", "no-picture"]);
});
