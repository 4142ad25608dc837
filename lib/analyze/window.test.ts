import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWindow } from "./window";

describe("window sum", () => {
  it("holds what fell after the window's start, up to and with the instant", () => {
    const w = createWindow(60);
    w.push(0, 1);
    w.push(30, 2);
    w.push(60, 4);
    expect(w.sum(60)).toBe(6);
    expect(w.sum(59)).toBe(2);
  });

  it("falls by itself as time passes", () => {
    const w = createWindow(60);
    w.push(0, 5);
    w.push(10, 7);
    expect([w.sum(59), w.sum(60), w.sum(69), w.sum(70)]).toEqual([12, 7, 7, 0]);
    expect(w.sum(10)).toBe(12);
  });

  it("adds tenths without error", () => {
    const w = createWindow(60);
    for (let i = 0; i < 10; i++) w.push(i, 0.1);
    expect(w.sum(9)).toBe(1);
  });

  it("counts of a reading that stands for longer than the window its share, also when it is told anew", () => {
    const w = createWindow(15, 180);
    w.push(0, 8);
    expect(w.sum(0)).toBe(8);
    w.push(60, 24);
    expect([w.sum(60), w.sum(74), w.sum(75)]).toEqual([6, 6, 0]);
    // one that comes late makes the time shorter that it stands for
    w.push(40, 1);
    expect(w.sum(60)).toBe(18);
    // after a long silence nobody knows what it stands for
    w.push(400, 24);
    expect(w.sum(400)).toBe(24);
  });

  it("counts one reading per instant, and takes late ones", () => {
    const w = createWindow(60);
    expect(w.push(10, 1)).toBe(true);
    expect(w.push(10, 9)).toBe(false);
    expect(w.push(50, 1)).toBe(true);
    expect(w.push(30, 1)).toBe(true);
    expect(w.push(-10, 1)).toBe(false);
    expect(w.push(51, Number.NaN)).toBe(false);
    expect(w.sum(50)).toBe(3);
  });

  it("is the plain sum, whatever the order, at and after the newest", () => {
    const readings = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 50 })), {
      selector: ([at]) => at,
      maxLength: 200,
    });
    fc.assert(
      fc.property(readings, fc.integer({ min: 1, max: 200 }), fc.nat(300), (all, windowMs, later) => {
        const w = createWindow(windowMs);
        for (const [at, tenths] of all) w.push(at, tenths / 10);
        const at = Math.max(0, ...all.map(([t]) => t)) + later;
        const plain = all.filter(([t]) => t > at - windowMs && t <= at).reduce((sum, [, tenths]) => sum + tenths, 0);
        expect(w.sum(at)).toBeCloseTo(plain / 10, 9);
      }),
    );
  });
});
