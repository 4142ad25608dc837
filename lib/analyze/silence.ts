import { MINUTE } from "../base/clock";

/**
 * Minutes of a silence that began in an earlier run of the city: what there was of it up to when the city surely ran (`aliveAt`;
 * both by the wall of that run), and what there is since its start. While the city was away nobody could speak to it: a restart
 * neither makes a device silent nor begins its silence anew, whatever was done to the wall's clock meanwhile.
 */
export function silentMinutes(seenAt: number, aliveAt: number, sinceStartMs: number): number {
  return (Math.max(0, aliveAt - seenAt) + sinceStartMs) / MINUTE;
}
