import { expect, test } from "vitest";
import { placeLabels } from "./place-labels";

const mark = (text: string, x: number, y: number) => ({ key: text, text, x, y });

test("a name alone stands below its mark", () => {
  expect(placeLabels([mark("강남구", 100, 100)], 10)).toMatchObject([{ x: 100, y: 121, anchor: "middle" }]);
});

test("a name moves away from the mark next door", () => {
  const [first] = placeLabels([mark("Seocho-gu", 100, 100), mark("Gangnam-gu", 118, 118)], 10);
  expect(first).toMatchObject({ y: 87 });
});

test("a name is said once, and not at all where there is no room", () => {
  expect(placeLabels([mark("중구", 10, 10), mark("중구", 90, 90)], 10)).toHaveLength(1);
  const crowd = Array.from({ length: 25 }, (_, i) => mark(`구${i}`, (i % 5) * 21, Math.floor(i / 5) * 21));
  expect(placeLabels(crowd, 10).length).toBeLessThan(25);
});
