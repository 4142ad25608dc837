import { expect, it } from "vitest";
import { verdictOf } from "./verdict";

const live = { state: "live", ageMs: 0, sound: false } as const;

it("calls a picture live only where the city and the player both saw it go on", () => {
  expect(verdictOf({ picture: live, heardMs: 0, stillMs: 100 })).toBe("live");
  expect(verdictOf({ picture: live, heardMs: 0, stillMs: null })).toBe("starting");
  expect(verdictOf({ picture: live, heardMs: 0, stillMs: 5001 })).toBe("frozen");
  expect(verdictOf({ picture: live, heardMs: 7001, stillMs: 0 })).toBe("unsure");
  for (const state of ["frozen", "dead"] as const)
    expect(verdictOf({ picture: { ...live, state }, heardMs: 0, stillMs: 0 })).toBe(state);
});
