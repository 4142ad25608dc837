import { expect, test } from "vitest";
import { readingLines } from "./lines";

async function pieces(...chunks: string[]) {
  const all = [];
  for await (const piece of readingLines(
    (async function* () {
      yield* chunks;
    })(),
  ))
    all.push(piece);
  return all;
}

test("takes readings line by line, however they are cut, and names the bad lines", async () => {
  const lines = [
    '{"stream":"a","value":1}',
    "",
    "high",
    '{"stream":"a","value":"2"}',
    '{"stream":"a","value":3,"at":7}',
  ];
  const text = lines.join("\n");
  for (let cut = 0; cut <= text.length; cut++) {
    const found = await pieces(text.slice(0, cut), text.slice(cut));
    expect(found.flatMap((p) => p.readings)).toEqual([
      { stream: "a", value: 1 },
      { stream: "a", value: 3, at: 7 },
    ]);
    expect(found.flatMap((p) => p.bad.map((b) => b.line))).toEqual([3, 4]);
    expect(found.at(-1)?.lines).toBe(5);
  }
});

test("a line that does not end fills no memory", async () => {
  const found = await pieces(...Array.from({ length: 50 }, () => "x".repeat(10_000)), '\n{"stream":"a","value":1}\n');
  expect(found.map((p) => [p.readings.length, p.bad.length])).toEqual([[1, 1]]);
});
