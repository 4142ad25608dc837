import { chanceAtLeast, HORIZONS, type Outlook } from "./outlook";

/** When a level is reached: the chance of it within the farthest horizon; when, if it is, with an interval of 10–90 %. UTC ms. */
export type Crossing = { probability: number; expectedAt: number; from: number; to: number };

/** The chance that a level is reached within each horizon; it never falls with time. */
export function chancesOf(outlook: Outlook, level: number): number[] {
  let reached = 0;
  return outlook.highest.map((spread) => {
    reached = Math.max(reached, chanceAtLeast(spread, level));
    return reached;
  });
}

/** The chance that `level` is reached within `withinMs`. */
export function chanceWithin(outlook: Outlook, level: number, withinMs: number): number {
  const chances = chancesOf(outlook, level);
  return chances[HORIZONS.findIndex((h) => h >= withinMs)] ?? chances.at(-1) ?? 0;
}

/** When `level` is reached, as the outlook has it; where it is reached already, now and for sure. */
export function crossingOf(outlook: Outlook, level: number): Crossing {
  const { at } = outlook;
  if (outlook.value >= level) return { probability: 1, expectedAt: at, from: at, to: at };
  const chances = chancesOf(outlook, level);
  const probability = chances.at(-1) ?? 0;
  const when = (share: number) => Math.round(at + timeOf(chances, share * probability));
  return { probability, expectedAt: when(0.5), from: when(0.1), to: when(0.9) };
}

/** After how long the chance has grown to `share`, straight between the horizons, ms. */
function timeOf(chances: readonly number[], share: number): number {
  const index = chances.findIndex((chance) => chance >= share);
  const [after, before] = [HORIZONS[index] ?? 0, HORIZONS[index - 1] ?? 0];
  const [high, low] = [chances[index] ?? share, chances[index - 1] ?? 0];
  return high > low ? before + ((after - before) * (share - low)) / (high - low) : after;
}
