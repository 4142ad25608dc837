import { ms } from "./figures";
import { onStreet, type Street, type Times } from "./measure";
import { child } from "./process";

/** Names of the bounds that did not hold. */
export const broken: string[] = [];

export function bound(name: string, holds: boolean): void {
  console.log(`  ${holds ? "✔" : "✘"} ${name}`);
  if (!holds) broken.push(name);
}

export function heading(text: string): void {
  console.log(`\n${text}`);
}

export const twoOf = ({ p50, p99 }: Times): string => `${ms(p50)} / ${ms(p99)}`;

/** The same measurement on the loop that does nothing but take, insert, acknowledge and emit. */
export async function bareLoop<T>(devices: number, work: (street: Street) => Promise<T>): Promise<T> {
  const bare = await child<{ url: string }>("bench/bare-loop.ts");
  const { url } = await bare.said;
  const keys = new Map(Array.from({ length: devices }, (_, i) => [`bench-${i}`, ""]));
  const answer = await onStreet({ url, keys, pid: bare.pid }, work);
  await bare.stop();
  return answer;
}
