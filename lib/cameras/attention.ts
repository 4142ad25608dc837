/** A screen that shows a look asks for it every two seconds; after so long without, nobody looks any more, ms. */
export const LEFT_AFTER_MS = 60_000;
/** What one pass counts at most, ms: a city that was itself stopped for a while blames no screen for it. */
const MOST_A_PASS_MS = 2000;

/** Which looks still have a screen that asks for them. Lives in memory: after a restart each look has its time again. */
export class Attention {
  private readonly views = new Map<string, { at: number; idleMs: number }>();
  private passedAt: number | null = null;

  /** A screen asks for its look; `at` is the city's clock, UTC ms. */
  asked(viewId: string, at: number): void {
    this.views.set(viewId, { at, idleMs: 0 });
  }

  /**
   * Once a second or so, with the looks that stand: when each that was left was last asked for, UTC ms of the city's clock.
   * `now` is the city's clock, `steady` one that nobody sets, ms.
   */
  left(standing: readonly string[], now: number, steady: number): Map<string, number> {
    const passed = Math.min(MOST_A_PASS_MS, Math.max(0, steady - (this.passedAt ?? steady)));
    this.passedAt = steady;
    const known = new Set(standing);
    for (const id of this.views.keys()) if (!known.has(id)) this.views.delete(id);
    const left = new Map<string, number>();
    for (const id of known) {
      const view = this.views.get(id);
      if (!view) {
        this.asked(id, now);
        continue;
      }
      view.idleMs += passed;
      if (view.idleMs >= LEFT_AFTER_MS) left.set(id, view.at);
    }
    return left;
  }
}
