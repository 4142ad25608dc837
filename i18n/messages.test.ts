import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { namespaces } from "./namespaces";

type Words = { [key: string]: string | Words };

const read = (locale: string, name: string) =>
  JSON.parse(readFileSync(new URL(`../messages/${locale}/${name}.json`, import.meta.url), "utf8")) as Words;

test.each(namespaces)("%s says the same things in both languages", (name) => {
  const [ko, en] = [flat(read("ko", name)), flat(read("en", name))];
  expect([...ko.keys()].sort()).toEqual([...en.keys()].sort());
  for (const [key, words] of ko) {
    expect(words.trim(), key).not.toBe("");
    expect(slots(words), key).toEqual(slots(en.get(key) ?? ""));
  }
});

function flat(words: Words, path = ""): Map<string, string> {
  const pairs = Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)],
  );
  return new Map(pairs);
}

/** The names that a message is filled with, in any order. */
function slots(words: string): string[] {
  return [...new Set([...words.matchAll(/\{(\w+)[,}]/g)].map(([, name = ""]) => name))].sort();
}
