/** Something that was tried in vain, and how often since it was last told. */
export type Tried<T> = { what: T; times: number };
type Window<T> = Tried<T> & { endsAt: number };

const MOST_KEYS = 5000;

/**
 * Tries in vain on their way into the record: the first of a key is told at once, those that follow it are counted and told together when
 * the window is over. So whoever tries all day fills no record, and no try is left out of it. Times in ms of a steady clock.
 */
export class Tries<T> {
  private readonly windows = new Map<string, Window<T>>();
  private readonly windowMs: number;

  constructor(windowMs: number) {
    this.windowMs = windowMs;
  }

  /** True where it is to be told now; else it is counted. */
  first(key: string, what: T, now: number): boolean {
    const open = this.windows.get(key);
    if (open) {
      open.what = what;
      open.times++;
      return false;
    }
    // so many names at once are one stranger's: each is told by itself
    if (this.windows.size < MOST_KEYS) this.windows.set(key, { what, times: 0, endsAt: now + this.windowMs });
    return true;
  }

  /** What is to be told by now: of each key whose window is over (or of all) its last try, and how many there were since the first. */
  due(now: number): Tried<T>[] {
    const due: Tried<T>[] = [];
    for (const [key, { what, times, endsAt }] of this.windows) {
      if (endsAt > now) continue;
      this.windows.delete(key);
      if (times > 0) due.push({ what, times });
    }
    return due;
  }
}
