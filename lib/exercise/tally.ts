import type { ReadingsAnswer } from "../contract/reading";
import type { BadLine } from "./recording";

/** What became of every row. */
export class Tally {
  rows = 0;
  accepted = 0;
  duplicates = 0;
  readonly refused = new Map<string, number>();
  /** The first few lines that could not be sent, to look at. */
  readonly badLines: BadLine[] = [];

  answered({ accepted, duplicates, refused }: ReadingsAnswer): void {
    this.accepted += accepted;
    this.duplicates += duplicates;
    for (const { code } of refused) this.refuse(code);
  }

  bad(line: BadLine): void {
    this.refuse("malformed");
    if (this.badLines.length < 20) this.badLines.push(line);
  }

  refuse(code: string): void {
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
  }

  /** Rows that nobody answered for; anything but 0 is a fault of the city or of this exercise. */
  get unanswered(): number {
    return this.rows - this.accepted - this.duplicates - [...this.refused.values()].reduce((sum, n) => sum + n, 0);
  }
}
