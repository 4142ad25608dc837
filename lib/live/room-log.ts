import type { Delta } from "../contract/live";

const MOST_DELTAS = 8192;
/** Values and objects kept, however they are spread over the deltas: a wide delta weighs more than a narrow one. */
const MOST_PARTS = 200_000;

/** The last deltas of one room, so that a screen that was away gets what it missed. A cursor is `scope.number`. */
export class RoomLog {
  private kept: Delta[] = [];
  private head = 0;
  private parts = 0;
  private count = 0;
  private readonly scope: string;

  /** `scope` is of this start of the city and of this room: a cursor of another one gives nothing here. */
  constructor(scope: string) {
    this.scope = scope;
  }

  get cursor(): string {
    return `${this.scope}.${this.count}`;
  }

  /** Numbers a delta and keeps it. */
  add(content: Omit<Delta, "cursor">): Delta {
    this.count++;
    const delta = { ...content, cursor: this.cursor };
    this.kept.push(delta);
    this.parts += partsOf(delta);
    this.forget();
    return delta;
  }

  private forget(): void {
    while (this.parts > MOST_PARTS || this.kept.length - this.head > MOST_DELTAS) {
      const oldest = this.kept[this.head++];
      if (!oldest) break;
      this.parts -= partsOf(oldest);
    }
    if (this.head * 2 <= this.kept.length) return;
    this.kept = this.kept.slice(this.head);
    this.head = 0;
  }

  /** Everything after the cursor, in order; null where it is no cursor of this log or too long ago: a snapshot is due. */
  since(cursor: unknown): Delta[] | null {
    if (typeof cursor !== "string") return null;
    const dot = cursor.lastIndexOf(".");
    const text = cursor.slice(dot + 1);
    if (cursor.slice(0, dot) !== this.scope || !/^\d{1,15}$/.test(text)) return null;
    const missed = this.count - Number(text);
    if (missed < 0 || missed > this.kept.length - this.head) return null;
    return this.kept.slice(this.kept.length - missed);
  }
}

function partsOf(delta: Delta): number {
  let parts = 1;
  for (const part of Object.values(delta)) if (Array.isArray(part)) parts += part.length;
  return parts;
}
