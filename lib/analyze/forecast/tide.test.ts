import { expect, it } from "vitest";
import { DAY, HOUR } from "../../base/clock";
import { Series } from "./series";
import { fitTide, tideClock } from "./tide";

const M2 = 12.4206012 * HOUR;
const S2 = 12 * HOUR;
const start = Date.UTC(2014, 4, 1);
/** A sea with the moon's and the sun's half-daily tide, in cm. */
const sea = (at: number) =>
  300 + 200 * Math.cos((2 * Math.PI * at) / M2 + 1) + 70 * Math.cos((2 * Math.PI * at) / S2 - 2);

it("learns a tide from three months and tells it months later, to a few centimetres", () => {
  const observed = new Series();
  for (let at = start; at < start + 90 * DAY; at += HOUR) observed.push(at, sea(at));
  const tide = tideClock(fitTide(observed));
  for (const days of [10, 100, 170])
    for (let hour = 0; hour < 25; hour++) {
      const at = start + days * DAY + hour * HOUR;
      expect(Math.abs(tide(at) - sea(at))).toBeLessThan(12);
    }
});
