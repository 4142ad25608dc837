export type Limits = {
  /** What one sender gives in a round, unless its oldest item alone costs more. */
  quantum: number;
  /** A round ends here; who was not reached begins the next one. */
  group: number;
  /** What may wait of one sender; one item always may. */
  share: number;
  /** What may wait of all. */
  total: number;
};

/** One sender's own. `inRing`: it has its place in the ring, be it that nothing waits any more when it is reached. */
type Line<T> = { items: { item: T; cost: number }[]; cost: number; inRing: boolean };

/**
 * Who waits for the disk, in rounds: every sender that waits gives a little, in its own order, before anybody gives again.
 * So a flood lengthens only its own line. Who comes with nothing waiting and brings little does not wait for a whole round of
 * the others: every second round may be such newcomers' alone. Cost is in whatever unit the limits are.
 * A sender's line stays for good and the ring is an array: docs/decisions/042 says why nothing here is put into a Map and taken out again.
 */
export class FairQueue<T> {
  private readonly lines = new Map<string, Line<T>>();
  /** In the order in which they are asked next, from `first` on. */
  private ring: Line<T>[] = [];
  private first = 0;
  /** Senders that came since the last round and had nothing waiting. */
  private newcomers: Line<T>[] = [];
  private wasTheirs = false;
  private count = 0;
  private waiting = 0;
  /** Senders of whom something waits. */
  private senders = 0;
  private readonly limits: Limits;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Items that wait. */
  get size(): number {
    return this.count;
  }

  /** What they cost together. */
  get cost(): number {
    return this.waiting;
  }

  /** Puts an item at the end of its sender's line; false: that sender, or everybody together, has too much waiting. */
  offer(sender: string, item: T, cost: number): boolean {
    const line = this.lineOf(sender);
    if (this.waiting + cost > this.limits.total) return false;
    if (line.items.length > 0 && line.cost + cost > this.limits.share) return false;
    if (line.items.length === 0) this.newcomers.push(line);
    this.add(line, cost).push({ item, cost });
    return true;
  }

  /** Puts the rest of what was taken back at the head of its sender's line. It is in already, so no limit holds it off. */
  putBack(sender: string, item: T, cost: number): void {
    this.add(this.lineOf(sender), cost).unshift({ item, cost });
  }

  /** The next round. */
  take(): T[] {
    const theirs = !this.wasTheirs && this.bringLittle();
    const taken: T[] = [];
    if (theirs) for (const line of this.newcomers) this.give(line, taken);
    else this.goRound(taken);
    this.newcomers = [];
    this.wasTheirs = theirs;
    return taken;
  }

  private goRound(taken: T[]): void {
    const end = this.ring.length;
    let cost = 0;
    while (this.first < end && cost < this.limits.group) {
      const line = this.ring[this.first++];
      if (!line) break;
      line.inRing = false;
      cost += this.give(line, taken);
      if (line.items.length > 0) this.join(line);
    }
    if (this.first * 2 < this.ring.length) return;
    this.ring = this.ring.slice(this.first);
    this.first = 0;
  }

  /** Whether there are newcomers beside others, who together ask for no more than one turn. */
  private bringLittle(): boolean {
    if (this.newcomers.length === 0 || this.newcomers.length === this.senders) return false;
    let cost = 0;
    for (const line of this.newcomers) cost += line.cost;
    return cost <= this.limits.quantum;
  }

  private give(line: Line<T>, into: T[]): number {
    let given = 0;
    for (let next = line.items[0]; next; next = line.items[0]) {
      if (given > 0 && given + next.cost > this.limits.quantum) break;
      line.items.shift();
      into.push(next.item);
      given += next.cost;
      this.count--;
    }
    if (given > 0 && line.items.length === 0) this.senders--;
    line.cost -= given;
    this.waiting -= given;
    return given;
  }

  private lineOf(sender: string): Line<T> {
    let line = this.lines.get(sender);
    if (!line) {
      line = { items: [], cost: 0, inRing: false };
      this.lines.set(sender, line);
    }
    return line;
  }

  /** To the end of the ring; who has a place in it keeps that. */
  private join(line: Line<T>): void {
    if (line.inRing) return;
    line.inRing = true;
    this.ring.push(line);
  }

  private add(line: Line<T>, cost: number): Line<T>["items"] {
    if (line.items.length === 0) this.senders++;
    this.join(line);
    line.cost += cost;
    this.waiting += cost;
    this.count++;
    return line.items;
  }
}
