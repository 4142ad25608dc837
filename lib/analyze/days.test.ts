import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../base/clock";
import { Days } from "./days";

const midnight = Date.parse("2018-07-21T00:00:00+09:00");
const heat = { type: "daily", of: "max", days: 2, across: "median" } as const;
const bar = { direction: "at-or-above", raise: 33, clear: 32 } as const;

/** Tells a station's day: as high as `peak` at 15 o'clock and a few degrees less in every other hour up to `until`. */
function tell(days: Days, station: string, day: number, peak: number, until = 24): void {
  for (let hour = 0; hour < until; hour++)
    days.push(station, midnight + day * DAY + hour * HOUR, hour === 15 ? peak : peak - 5);
}

describe("days of a zone", () => {
  it("are dangerous as soon as today has reached the bar as well, by the weaker of both", () => {
    const days = new Days(heat, bar, 1);
    tell(days, "a", 0, 35);
    tell(days, "a", 1, 33.5, 15);
    expect(days.value()).toBeNaN();
    days.push("a", midnight + DAY + 15 * HOUR, 33.5);
    expect(days.value()).toBe(33.5);
  });

  it("stay so on a third day until it is over and was safe", () => {
    const days = new Days(heat, bar, 1);
    [35, 36, 30].forEach((peak, day) => {
      tell(days, "a", day, peak);
    });
    expect(days.value()).toBe(35);
    days.push("a", midnight + 3 * DAY, 24);
    expect(days.value()).toBe(30);
  });

  it("are unknown, and so neither, where a station was silent for a quarter of a day", () => {
    const days = new Days(heat, bar, 1);
    tell(days, "a", 0, 36);
    tell(days, "a", 1, 36);
    tell(days, "a", 2, 29, 17);
    tell(days, "a", 3, 25, 1);
    expect(days.value()).toBeNaN();
    const known = new Days(heat, bar, 1);
    tell(known, "a", 2, 29, 18);
    tell(known, "a", 3, 25, 1);
    expect(known.value()).toBe(29);
  });

  it("take the stations together as the rule says, and want half of them", () => {
    const peaks = [31, 33, 38];
    const value = (across: "median" | "mean" | "max" | "min", told: number[]) => {
      const days = new Days({ ...heat, days: 1, across }, bar, 3);
      told.forEach((peak, i) => {
        tell(days, `s${i}`, 0, peak);
      });
      return days.value();
    };
    expect([value("median", peaks), value("mean", peaks), value("max", peaks)]).toEqual([33, 34, 38]);
    expect(value("max", [38])).toBeNaN();
  });

  it("look at the hours asked for, and by a bar below at the lowest", () => {
    const cold = { type: "daily", of: "min", days: 2, across: "median", hours: { from: 3, to: 9 } } as const;
    const days = new Days(cold, { direction: "at-or-below", raise: -12, clear: -11 }, 1);
    for (const day of [0, 1]) days.push("a", midnight + day * DAY + 23 * HOUR, -20);
    expect(days.value()).toBeNaN();
    for (const day of [0, 1]) days.push("a", midnight + day * DAY + 5 * HOUR, -13 - day);
    expect(days.value()).toBe(-13);
    // the morning is over at nine and not at midnight
    for (const hour of [3, 4, 5, 6, 7, 8]) days.push("a", midnight + 2 * DAY + hour * HOUR, -4);
    expect(days.value()).toBeNaN();
    days.push("a", midnight + 2 * DAY + 9 * HOUR, 1);
    expect(days.value()).toBe(-4);
  });

  it("that can only be known at their end are judged then: a night that does not cool below 25 °C", () => {
    const nights = new Days({ ...heat, of: "min", days: 1 }, { direction: "at-or-above", raise: 25, clear: 24 }, 1);
    tell(nights, "a", 0, 31);
    expect(nights.value()).toBeNaN();
    nights.push("a", midnight + DAY, 22);
    expect(nights.value()).toBe(26);
  });
});
