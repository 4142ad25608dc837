import { describe, expect, it } from "vitest";
import { closeRing, isRing, ringOfText, textOfRing } from "./ring-text";

const square = "37.5, 127.0\n37.5, 127.1\n37.6, 127.1\n37.6, 127.0";

describe("a zone's corners as text", () => {
  it("reads latitude first and closes the ring", () => {
    const ring = ringOfText(square);
    expect(ring).toEqual([
      [127, 37.5],
      [127.1, 37.5],
      [127.1, 37.6],
      [127, 37.6],
      [127, 37.5],
    ]);
    expect(isRing(ring) && textOfRing(ring)).toBe("37.5, 127\n37.5, 127.1\n37.6, 127.1\n37.6, 127");
  });
  it("takes a ring that is closed already, blank lines and spaces", () => {
    expect(ringOfText(`${square}\n\n 37.5   127.0 \n`)).toEqual(ringOfText(square));
  });
  it("names the line that is not a pair", () => {
    expect(ringOfText("37.5, 127\nseoul")).toEqual({ code: "not-a-pair", line: 2 });
    expect(ringOfText("37.5, 127, 3")).toEqual({ code: "not-a-pair", line: 1 });
  });
  it("refuses what lies outside the world, as swapped coordinates do", () => {
    expect(ringOfText("127.0, 37.5\n37, 127\n37, 126")).toEqual({ code: "out-of-world", line: 1 });
  });
  it("refuses fewer than three corners, also when one is said again", () => {
    expect(ringOfText("")).toEqual({ code: "too-few" });
    expect(ringOfText("37, 127\n38, 127\n37, 127")).toEqual({ code: "too-few" });
  });
  it("refuses a ring that crosses itself", () => {
    expect(
      closeRing([
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
      ]),
    ).toEqual({ code: "crosses" });
  });
});
