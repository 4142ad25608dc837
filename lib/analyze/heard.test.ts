import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MINUTE } from "../base/clock";
import { Heard } from "./heard";

const limit = { of: "change", slack: 40, perMinute: 15, source: "test" } as const;
const STALE = 30 * MINUTE;

/** What is made of values a minute apart. */
function words(values: readonly number[], of: "change" | "amount" = "change"): string {
  const heard = new Heard({ ...limit, of }, STALE);
  return values.map((value, i) => heard.take(i * MINUTE, value)[0]).join("");
}

describe("a reading", () => {
  it("is believed as long as its quantity can change so fast, and when it is the first", () => {
    expect(words([900, 950, 900])).toBe("ppp");
    expect(words([0, 55, 110, 55, 0])).toBe("ppppp");
  });

  it("beyond that is doubted, and dismissed by one that goes on as before", () => {
    expect(words([0, 500, 0, 500, 0])).toBe("pdpdp");
    expect(words([300, 0, 300])).toBe("pdp");
  });

  it("is confirmed by the next one on the same side, alike or not", () => {
    expect(words([0, 500, 510])).toBe("pdc");
    expect(words([0, 300, 900, 910])).toBe("pdcp");
    expect(words([500, 0, 10, 0])).toBe("pdcp");
    // on the other side it is another fault
    expect(words([300, 600, 0, 310])).toBe("pddp");
  });

  it("that is an amount is held against nothing, not against the one before", () => {
    expect(words([0, 50, 50, 50, 0, 90, 90], "amount")).toBe("ppppp" + "dc");
  });

  it("may have changed more while nothing was heard, up to the time after which nothing is the present", () => {
    const heard = new Heard(limit, STALE);
    heard.take(0, 0);
    expect(heard.take(30 * MINUTE, 490)).toBe("plausible");
    expect(heard.take(300 * MINUTE, 981)).toBe("doubted");
    expect(heard.take(900 * MINUTE, 981)).toBe("confirmed");
  });
});

it("tells since when the same is said, through what was doubted", () => {
  const heard = new Heard(limit, STALE);
  [5, 5, 500, 5].forEach((value, i) => {
    heard.take(i, value);
  });
  expect(heard.sameSince).toBe(0);
  heard.take(4, 500);
  heard.take(5, 500);
  expect(heard.sameSince).toBe(4);
});

it("keeps back one reading at most, however fast and far the water rises or falls", () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1000, max: 10 * MINUTE }), fc.integer({ min: 0, max: 3000 })));
  fc.assert(
    fc.property(fc.boolean(), steps, (up, climb) => {
      const heard = new Heard(limit, STALE);
      let [at, value] = [0, 0];
      let doubts = 0;
      heard.take(at, value);
      for (const [ms, mm] of climb) {
        at += ms;
        value += up ? mm : -mm;
        doubts = heard.take(at, value) === "doubted" ? doubts + 1 : 0;
        expect(doubts).toBeLessThanOrEqual(1);
      }
    }),
  );
});
