import { describe, expect, it } from "vitest";
import { detailLines, joinRows } from "./audit-rows";

const row = (id: number) => ({
  id,
  at: id,
  actor: "kim",
  action: "device.add",
  subject: "jamsu",
  detail: {},
  hash: "0",
});

describe("the audit list", () => {
  it("joins pages newest first without a row twice", () => {
    expect(joinRows([row(3), row(2)], [row(2), row(1)]).map((r) => r.id)).toEqual([3, 2, 1]);
  });
  it("tells a detail as lines", () => {
    expect(detailLines({ before: { raise: 5 }, scope: {}, note: null, list: ["a"] })).toEqual([
      ["before.raise", "5"],
      ["scope", "{}"],
      ["note", "—"],
      ["list.0", "a"],
    ]);
    expect(detailLines({})).toEqual([]);
  });
});
