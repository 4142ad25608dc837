import type { UnitMove } from "../contract/live";

/** Four times a second is as often as an eye follows a car on a map. */
const SPACING_MS = 250;

/** Places of units on their way to the screens: the newest of each, all that moved in one message. */
export class MoveThrottle {
  private readonly waiting = new Map<string, UnitMove>();
  private readonly send: (moves: UnitMove[]) => void;
  private timer: NodeJS.Timeout | null = null;

  constructor(send: (moves: UnitMove[]) => void) {
    this.send = send;
  }

  offer(moves: readonly UnitMove[]): void {
    for (const move of moves) this.waiting.set(move[0], move);
    if (moves.length > 0) this.timer ??= setTimeout(() => this.flush(), SPACING_MS);
  }

  private flush(): void {
    this.timer = null;
    const moves = [...this.waiting.values()];
    this.waiting.clear();
    this.send(moves);
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
  }
}
