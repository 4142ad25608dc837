import { expect, test } from "vitest";
import { chooseLocale } from "./locale";

test.each([
  ["en", "ko-KR,ko;q=0.9", "en"],
  ["xx", "en-US,en;q=0.9", "en"],
  [undefined, "fr-FR,en;q=0.8,ko;q=0.9", "ko"],
  [undefined, "ko-KR,ko;q=0.9,en;q=0.8", "ko"],
  [undefined, "de", "ko"],
  [undefined, null, "ko"],
])("cookie %s and browser %s give %s", (cookie, accept, locale) => {
  expect(chooseLocale(cookie, accept)).toBe(locale);
});
