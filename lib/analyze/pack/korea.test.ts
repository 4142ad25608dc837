import { describe, expect, it } from "vitest";
import { Slug } from "../../contract/common";
import { RuleBody } from "../../contract/rule";
import { kinds } from "../../kinds/index";
import { koreaPack } from "./korea";

describe("the Korean rule pack", () => {
  it("has ids of its own, once each", () => {
    expect(new Set(koreaPack.map((r) => r.id)).size).toBe(koreaPack.length);
  });

  for (const { id, ...body } of koreaPack) {
    it(`${id} is a rule of the contract, on a stream that its kind has`, () => {
      Slug.parse(id);
      expect(RuleBody.parse(body)).toEqual(body);
      const asked = body.scope.device ? "water-level" : body.scope.kind;
      const looked = [...kinds.values()].filter((kind) => !asked || kind.id === asked);
      const streams = looked.flatMap((kind) => kind.streams.map((s) => s.name));
      const named = body.measure.type === "conditions" ? body.measure.of.map((c) => c.stream) : [body.stream];
      for (const stream of named.filter((name) => name !== "")) expect(streams).toContain(stream);
      if (body.measure.type === "silence") expect(body.raise).toBe(((looked[0]?.keepAliveMs ?? 0) / 60_000) * 3);
    });
  }

  it("never calls one sensor's heat an official warning", () => {
    for (const rule of koreaPack.filter((r) => r.hazard === "heat" || r.hazard === "cold")) {
      expect(rule.name.ko).not.toMatch(/폭염|한파/);
      expect(rule.official).toBe(false);
    }
  });

  it("shows citizens nothing about equipment", () => {
    const shown = koreaPack.filter((r) => r.publish).map((r) => r.hazard);
    expect(shown).not.toContain("camera");
    expect(shown).not.toContain("equipment");
  });
});
