import { expect, test } from "vitest";
import { newestFirst, timelineLine } from "./timeline-line";

test("an entry is read with care, whatever its detail holds", () => {
  expect(timelineLine({ kind: "refused", detail: { agencyId: "fire", unitId: null, reason: "road closed" } })).toEqual({
    kind: "refused",
    agencyId: "fire",
    unitId: null,
    alertIds: [],
    step: null,
    farM: null,
    said: "road closed",
    words: null,
  });
  expect(timelineLine({ kind: "opened", detail: { alertIds: ["a", 7, "b"] } }).alertIds).toEqual(["a", "b"]);
  expect(timelineLine({ kind: "odd", detail: { agencyId: 4, text: " " } })).toMatchObject({
    agencyId: null,
    said: null,
  });
});

test("newest first, and the city's order within an instant", () => {
  const entry = (id: number, at: number) => ({ id, at, incidentId: "i", actor: "o", kind: "note", detail: {} });
  expect(newestFirst([entry(1, 5), entry(2, 5), entry(3, 4)]).map((it) => it.id)).toEqual([2, 1, 3]);
});
