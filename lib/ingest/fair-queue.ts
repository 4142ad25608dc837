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

type Line<T> = { items: { item: T; cost: number }[]; cost: number };

/**
 * Who waits for the disk, in rounds: every sender that waits gives a little, in its own order, before anybody gives again.
 * So a flood lengthens only its own line. Who comes with nothing waiting and brings little does not wait for a whole round of
 * the others: every second round may be such newcomers' alone. Cost is in whatever unit the limits are.
 */
export class FairQueue<T> {
  /** In the order in which they are asked next. */
  private readonly lines = new Map<string, Line<T>>();
  /** Senders that came since the last round and had nothing waiting. */
  private newcomers = new Map<string, Line<T>>();
  private wasTheirs = false;
  private count = 0;
  private waiting = 0;
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
    const line = this.lines.get(sender);
    if (this.waiting + cost > this.limits.total) return false;
    if (line && line.cost + cost > this.limits.share) return false;
    const own = this.lineOf(sender);
    if (own.items.length === 0) this.newcomers.set(sender, own);
    this.add(own, cost).push({ item, cost });
    return true;
  }

  /** Puts the rest of what was taken back at the head of its sender's line. It is in already, so no limit holds it off. */
  putBack(sender: string, item: T, cost: number): void {
    this.add(this.lineOf(sender), cost).unshift({ item, cost });
  }

  /** The next round. */
  take(): T[] {
    const theirs = !this.wasTheirs && this.bringLittle();
    const asked = theirs ? this.newcomers : this.lines;
    this.newcomers = new Map();
    this.wasTheirs = theirs;
    const taken: T[] = [];
    let cost = 0;
    let left = asked.size;
    for (const [sender, line] of asked) {
      // who goes to the end of the ring comes by again
      if (left-- === 0 || cost >= this.limits.group) break;
      this.lines.delete(sender);
      cost += this.give(line, taken);
      if (line.items.length > 0) this.lines.set(sender, line);
    }
    this.waiting -= cost;
    return taken;
  }

  /** Whether there are newcomers beside others, who together ask for no more than one turn. */
  private bringLittle(): boolean {
    if (this.newcomers.size === 0 || this.newcomers.size === this.lines.size) return false;
    let cost = 0;
    for (const line of this.newcomers.values()) cost += line.cost;
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
    line.cost -= given;
    return given;
  }

  private lineOf(sender: string): Line<T> {
    const line = this.lines.get(sender) ?? { items: [], cost: 0 };
    this.lines.set(sender, line);
    return line;
  }

  private add(line: Line<T>, cost: number): Line<T>["items"] {
    line.cost += cost;
    this.waiting += cost;
    this.count++;
    return line.items;
  }
}
