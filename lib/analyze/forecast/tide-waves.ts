/** One wave of the tide: how often it turns with each of the five motions of moon and sun, and which nodal correction it takes. */
export type Wave = { name: string; turns: readonly [tau: number, s: number, h: number, p: number]; node: Node };
type Node = "none" | "M2" | "M4" | "M6" | "K2" | "K1" | "O1";

const wave = (name: string, tau: number, s: number, h: number, p: number, node: Node = "none"): Wave => ({
  name,
  turns: [tau, s, h, p],
  node,
});

/** Doodson numbers of the waves that matter in a shallow sea with a large tide. */
export const waves: readonly Wave[] = [
  wave("M2", 2, 0, 0, 0, "M2"),
  wave("S2", 2, 2, -2, 0),
  wave("N2", 2, -1, 0, 1, "M2"),
  wave("K2", 2, 2, 0, 0, "K2"),
  wave("K1", 1, 1, 0, 0, "K1"),
  wave("O1", 1, -1, 0, 0, "O1"),
  wave("P1", 1, 1, -2, 0),
  wave("Q1", 1, -2, 0, 1, "O1"),
  wave("2N2", 2, -2, 0, 2, "M2"),
  wave("MU2", 2, -2, 2, 0, "M2"),
  wave("NU2", 2, -1, 2, -1, "M2"),
  wave("L2", 2, 1, 0, -1),
  wave("T2", 2, 2, -3, 0),
  wave("2SM2", 2, 4, -4, 0, "M2"),
  wave("MSN2", 2, 3, -2, -1, "M2"),
  wave("S1", 1, 1, -1, 0),
  wave("MK3", 3, 1, 0, 0, "K1"),
  wave("SO3", 3, 1, -2, 0, "O1"),
  wave("M4", 4, 0, 0, 0, "M4"),
  wave("MS4", 4, 2, -2, 0, "M2"),
  wave("MN4", 4, -1, 0, 1, "M4"),
  wave("S4", 4, 4, -4, 0),
  wave("MK4", 4, 2, 0, 0, "K2"),
  wave("M6", 6, 0, 0, 0, "M6"),
  wave("2MS6", 6, 2, -2, 0, "M4"),
  wave("3MS8", 8, 2, -2, 0, "M6"),
  wave("MSF", 0, 2, -2, 0),
  wave("MM", 0, 1, 0, -1),
  wave("MF", 0, 2, 0, 0),
  wave("SSA", 0, 0, 2, 0),
];

const DAY_MS = 86_400_000;
const J2000 = Date.UTC(2000, 0, 1, 12);
const RADIANS = Math.PI / 180;

/** Mean longitudes in degrees at `at` (UTC ms); Meeus, Astronomical Algorithms, chapters 25 and 47, first terms. */
function motions(at: number): { tau: number; s: number; h: number; p: number; n: number } {
  const days = (at - J2000) / DAY_MS;
  const s = 218.3164477 + 13.17639648 * days;
  const h = 280.46646 + 0.98564736 * days;
  const p = 83.3532465 + 0.1114035 * days;
  const n = 125.04452 - 0.05295377 * days;
  // the moon's hour angle: UT's own, moved by sun and moon
  const tau = (((days + 0.5) % 1) + 1) % 1;
  return { tau: tau * 360 + h - s, s, h, p, n };
}

/** Nodal factor and angle (degrees), over the 18.6 years of the moon's node `n` in radians; Schureman 1958, first terms. */
function nodal(node: Node, n: number): [factor: number, degrees: number] {
  const m2 = 1 - 0.037 * Math.cos(n);
  switch (node) {
    case "none":
      return [1, 0];
    case "M2":
      return [m2, -2.1 * Math.sin(n)];
    case "M4":
      return [m2 ** 2, -4.2 * Math.sin(n)];
    case "M6":
      return [m2 ** 3, -6.3 * Math.sin(n)];
    case "K2":
      return [1.024 + 0.286 * Math.cos(n), -17.7 * Math.sin(n)];
    case "K1":
      return [1.006 + 0.115 * Math.cos(n), -8.9 * Math.sin(n)];
    case "O1":
      return [1.009 + 0.187 * Math.cos(n), 10.8 * Math.sin(n)];
  }
}

/** 1, then cosine and sine of each wave at `at`: what a tide is a sum of. */
export function tideTerms(at: number): Float64Array {
  const { tau, s, h, p, n } = motions(at);
  const terms = new Float64Array(1 + 2 * waves.length);
  terms[0] = 1;
  waves.forEach(({ turns: [a, b, c, d], node }, i) => {
    const [factor, degrees] = nodal(node, n * RADIANS);
    const angle = (a * tau + b * s + c * h + d * p + degrees) * RADIANS;
    terms[1 + 2 * i] = factor * Math.cos(angle);
    terms[2 + 2 * i] = factor * Math.sin(angle);
  });
  return terms;
}
