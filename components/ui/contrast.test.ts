import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const dark = tokens(css.slice(css.indexOf("@theme"), css.indexOf("@layer")));
const light = { ...dark, ...tokens(css.slice(css.indexOf(':root[data-theme="light"]'), css.indexOf("html {"))) };

const texts = [
  "--color-ink",
  "--color-muted",
  "--color-faint",
  "--color-accent",
  "--text-color-ok",
  ...levels("--text-color-level-"),
];
const grounds = ["--color-ground", "--color-panel", "--color-raised"];
const fills = [
  ["--color-on-accent", "--color-accent"],
  ["--color-on-ok", "--color-ok"],
  ["--color-on-past", "--color-past"],
  ...[1, 2, 3, 4].map((n) => [`--color-on-level-${n}`, `--color-level-${n}`]),
];
const edges = ["--color-edge", "--color-focus", "--color-past", ...levels("--border-color-level-")];

for (const [theme, set] of Object.entries({ dark, light })) {
  const ratio = (a = "", b = "") => contrast(set[a] ?? "", set[b] ?? "");
  test.each(texts.flatMap((text) => grounds.map((ground) => [text, ground])))(
    `${theme}: %s can be read on %s`,
    (text, ground) => {
      expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );
  test.each(fills)(`${theme}: %s can be read on %s`, (ink, fill) =>
    expect(ratio(ink, fill)).toBeGreaterThanOrEqual(4.5),
  );
  test.each(edges.flatMap((edge) => grounds.map((ground) => [edge, ground])))(
    `${theme}: %s can be seen on %s`,
    (edge, ground) => {
      expect(ratio(edge, ground)).toBeGreaterThanOrEqual(3);
    },
  );
}

function levels(prefix: string): string[] {
  return [1, 2, 3, 4].map((n) => prefix + n);
}

function tokens(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = "", hex = ""]) => [name, hex]),
  );
}

function contrast(a: string, b: string): number {
  const [hi = 0, lo = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (hi + 0.05) / (lo + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
