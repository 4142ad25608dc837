import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { TEST_HOME } from "../base/test-home";
import { readSecrets } from "./secrets";

function folder(): string {
  const dir = mkdtempSync(join(TEST_HOME, "haechi-secrets-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}

test("makes what is lacking once, readable by its owner alone", () => {
  const dir = folder();
  const first = readSecrets(dir);
  expect(readSecrets(dir)).toEqual(first);
  expect(statSync(join(dir, "secret.json")).mode & 0o777).toBe(0o600);
  const { checkpoint: _lost, ...rest } = JSON.parse(readFileSync(join(dir, "secret.json"), "utf8"));
  writeFileSync(join(dir, "secret.json"), JSON.stringify(rest));
  expect(readSecrets(dir)).toMatchObject({ deviceMaster: first.deviceMaster, session: first.session });
});

test("says what to do about a damaged file, and makes nothing in its place", () => {
  const dir = folder();
  const file = join(dir, "secret.json");
  for (const damaged of ["", "{broken", "null", "[]", '{"session":5}', '{"deviceMaster":""}']) {
    writeFileSync(file, damaged);
    expect(() => readSecrets(dir), damaged).toThrow(/damaged\. Put back the copy/);
    expect(readFileSync(file, "utf8")).toBe(damaged);
  }
});
