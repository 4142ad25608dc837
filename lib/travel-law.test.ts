import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { TravelLaw } from "./contract/travel-law";
import { usualLaw } from "./dispatch/pack/travel";
import { readTravelLaw } from "./travel-law";

const dir = mkdtempSync(join(tmpdir(), "haechi-law-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const written = (text: string): string => {
  const file = join(dir, "law.json");
  writeFileSync(file, text);
  return file;
};

test("a city's own numbers stand in the place of the usual ones, the others stay", () => {
  const startS = { value: 45, scope: "local", source: "our own calls", date: "2026-10-01" };
  const law = readTravelLaw(written(JSON.stringify({ startS })));
  expect(law).toEqual({ ...usualLaw, startS });
  expect(readTravelLaw(null)).toEqual(TravelLaw.parse(usualLaw));
});

test.each([
  ["not json", "{"],
  ["a number without a source", '{"startS":{"value":45}}'],
  ["a word that is no part of it", '{"speed":40}'],
  ["turnouts that leave other types out", '{"turnoutS":{}}'],
])("%s is refused with the file's name", (_, text) => {
  expect(() => readTravelLaw(written(text))).toThrow(/law\.json is no law of travel times/);
});
