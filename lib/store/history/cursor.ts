import type { History } from "./history";
import { lateBetween } from "./late";
import { packFrom } from "./packs";
import { between, emptyRun, type Run, union } from "./run";
import { decodeRun } from "./run-codec";
import { newestOf } from "./runs";

/** Goes through one stream's readings with from ≤ at ≤ to, opening each pack once. */
export class Cursor {
  readonly stream: number;
  /** Place among the others: who comes first where times are equal. */
  readonly place: number;
  /** Time of the reading that it stands on; infinity behind the last. */
  at = Number.POSITIVE_INFINITY;
  private readonly history: History;
  private readonly to: number;
  private start: number;
  private run = emptyRun;
  private index = -1;

  constructor(history: History, stream: number, place: number, from: number, to: number) {
    [this.history, this.stream, this.place, this.start] = [history, stream, place, from];
    this.to = Math.min(to, newestOf(history.reader, stream));
  }

  get value(): number {
    return this.run.value[this.index] ?? 0;
  }

  /** `unpacked`, where given, stands for the memory. */
  advance(unpacked: Run | null): void {
    this.index++;
    while (this.index >= this.run.at.length && this.start <= this.to) this.refill(unpacked);
    this.at = this.run.at[this.index] ?? Number.POSITIVE_INFINITY;
  }

  /** The next pack with what came late in its time; behind the last pack what is not packed. */
  private refill(unpacked: Run | null): void {
    const { reader, tails } = this.history;
    const pack = packFrom(reader, this.stream, this.start);
    const end = pack && pack.start <= this.to ? Math.min(this.to, pack.end) : this.to;
    const packed = pack ? between(decodeRun(pack.data), this.start, end) : emptyRun;
    const late = lateBetween(reader, this.stream, this.start, end);
    const rest = unpacked ? between(unpacked, this.start, end) : tails.between(this.stream, this.start, end);
    this.run = union(union(packed, late).all, rest).all;
    this.index = 0;
    this.start = end + 1;
  }
}

/** Puts the cursor that stands at `root` of a heap where it belongs: the earliest is on top. */
export function settle(heap: Cursor[], root: number): void {
  const moved = heap[root];
  if (!moved) return;
  let hole = root;
  for (;;) {
    const left = 2 * hole + 1;
    const right = heap[left + 1];
    const child = right && before(right, heap[left]) ? left + 1 : left;
    const next = heap[child];
    if (!next || !before(next, moved)) break;
    heap[hole] = next;
    hole = child;
  }
  heap[hole] = moved;
}

function before(a: Cursor, b: Cursor | undefined): boolean {
  return b !== undefined && (a.at < b.at || (a.at === b.at && a.place < b.place));
}
