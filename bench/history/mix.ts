import { DAY, MINUTE } from "../../lib/base/clock";

/** One stream of the street: what it measures, how often, and how well its clock keeps the beat (ms to either side). */
export type Source = {
  device: string;
  kind: string;
  stream: string;
  everyMs: number;
  jitterMs: number;
  digits: number;
  shape: (x: number, noise: number) => number;
};
export type Reading = { at: number; value: number };

const wave = (mean: number, swing: number, spread: number) => (x: number, noise: number) =>
  mean + swing * Math.sin(2 * Math.PI * x) + 0.4 * swing * Math.sin(2 * Math.PI * 0.137 * x) + spread * noise;
/** Nothing on most days, and then a shower. */
const rain = (x: number, noise: number) => Math.max(0, Math.sin(2 * Math.PI * 0.11 * x) - 0.85) * 8 * Math.abs(noise);

const WEATHER = [
  ["temperature", 1, wave(14, 9, 0.15)],
  ["humidity", 0, wave(60, 22, 1)],
  ["wind-speed", 1, (x: number, noise: number) => Math.abs(wave(3, 1.5, 0.7)(x, noise))],
  ["rainfall", 1, rain],
  ["apparent-temperature", 2, wave(14, 10, 0.2)],
] as const;

/**
 * Hundreds of river gauges that speak every ten minutes, dozens of weather streams every minute, one flood sensor every three
 * seconds: 50 million readings a year with 400 gauges and 7 boxes.
 */
export function sources(gauges = 400, boxes = 7): Source[] {
  const gauge = (i: number): Source => ({
    device: `gauge-${i}`,
    kind: "water-level",
    stream: "water-level",
    everyMs: 10 * MINUTE,
    jitterMs: 0,
    digits: 2,
    shape: wave(2 + (i % 7), 0.4 + (i % 5) / 10, 0.02),
  });
  const box = (i: number): Source[] =>
    WEATHER.map(([stream, digits, shape]) => {
      // every other box stamps with its own clock
      return { device: `box-${i}`, kind: "weather", stream, everyMs: MINUTE, jitterMs: i % 2 ? 400 : 0, digits, shape };
    });
  const road: Source = {
    device: "road",
    kind: "street-flood",
    stream: "water-depth",
    everyMs: 3000,
    jitterMs: 20,
    digits: 0,
    shape: (x, noise) => Math.max(-3, 40 * (Math.sin(2 * Math.PI * 0.31 * x) - 0.9) + 2 * noise),
  };
  return [
    ...Array.from({ length: gauges }, (_, i) => gauge(i)),
    ...Array.from({ length: boxes }, (_, i) => box(i)).flat(),
    road,
  ];
}

/** The k-th reading of the source at `place`: always the same, so that the truth needs no database. */
export function readingOf(source: Source, place: number, start: number, k: number): Reading {
  const due = start + k * source.everyMs;
  const at = due + Math.round(source.jitterMs * (2 * chance(place, k, 1) - 1));
  const noise = chance(place, k, 2) + chance(place, k, 3) + chance(place, k, 4) - 1.5;
  const scale = 10 ** source.digits;
  return { at, value: Math.round(source.shape(due / DAY + place / 17, 2 * noise) * scale) / scale + 0 };
}

/** 0 ≤ chance < 1, the same for the same numbers. */
function chance(a: number, b: number, c: number): number {
  let h = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}
