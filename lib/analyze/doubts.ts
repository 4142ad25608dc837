import type { Key } from "./plan";

/** A reading that is stored and not believed; `believed` is what its stream said before. Event times, UTC ms. */
export type Doubt = { key: Key; at: number; believedAt: number; believed: number };

/** What became doubtful in the group that is being judged, and what it confirms of earlier ones. */
export class Doubts {
  readonly doubted: Doubt[] = [];
  readonly confirmed: { key: Key; at: number }[] = [];

  confirm(key: Key, at: number): void {
    const here = this.doubted.findIndex((d) => d.key === key && d.at === at);
    if (here >= 0) this.doubted.splice(here, 1);
    else this.confirmed.push({ key, at });
  }

  clear(): void {
    this.doubted.length = 0;
    this.confirmed.length = 0;
  }
}
