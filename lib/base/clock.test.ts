import { expect, it } from "vitest";
import { instantOf } from "./clock";

it("takes ISO 8601 with an offset, or whole epoch milliseconds", () => {
  expect(instantOf("2022-08-08T20:00:00+09:00")).toBe(1659956400000);
  expect(instantOf("2022-08-08T11:00:00.5Z")).toBe(1659956400500);
  expect(instantOf("2022-08-08T20:00+0900")).toBe(1659956400000);
  expect(instantOf("2024-02-29T00:00:00Z")).toBe(1709164800000);
  expect(instantOf(1659956400000)).toBe(1659956400000);
});

it("takes nothing else: no local time, no day that is not, no leap second, no fraction, no other type", () => {
  const local = ["2022-08-08T20:00:00", "2022-08-08", "Mon, 08 Aug 2022 20:00:00 GMT", "1659956400000", "", "now"];
  const never = ["2022-02-30T00:00:00Z", "2023-02-29T00:00:00Z", "2022-04-31T00:00:00+09:00", "2022-13-01T00:00:00Z"];
  const odd = ["2016-12-31T23:59:60Z", "2022-08-08T24:00:01Z", "2022-08-08T20:00:00+99:99", "2022-08-08T20:00:00Z\n"];
  const types = [1.5, Number.NaN, Number.POSITIVE_INFINITY, null, undefined, true, {}, [], [1659956400000], 10n];
  for (const at of [...local, ...never, ...odd, ...types]) expect([at, instantOf(at)]).toEqual([at, Number.NaN]);
});
