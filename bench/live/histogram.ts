const STEP_MS = 0.25;

/** How long things took, counted in steps of a quarter millisecond up to a minute; a million a second cost nothing. */
export class Histogram {
  count = 0;
  private readonly steps = new Uint32Array(60_000 / STEP_MS + 1);

  add(ms: number): void {
    const step = Math.min(this.steps.length - 1, Math.max(0, Math.floor(ms / STEP_MS)));
    this.steps[step] = (this.steps[step] ?? 0) + 1;
    this.count++;
  }

  quantile(p: number): number {
    let left = p * this.count;
    for (let i = 0; i < this.steps.length; i++) {
      left -= this.steps[i] ?? 0;
      if (left < 0) return (i + 1) * STEP_MS;
    }
    return Number.NaN;
  }

  clear(): void {
    this.count = 0;
    this.steps.fill(0);
  }
}
