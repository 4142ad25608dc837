/** Adam (Kingma and Ba 2015): each weight moves by its mean gradient over the root of its mean square. */
export class Adam {
  private readonly parts: readonly Float64Array[];
  private readonly means: Float64Array[];
  private readonly squares: Float64Array[];
  private steps = 0;

  constructor(parts: readonly Float64Array[]) {
    this.parts = parts;
    this.means = parts.map((part) => new Float64Array(part.length));
    this.squares = parts.map((part) => new Float64Array(part.length));
  }

  /** One step at this rate; `decay` pulls the weights towards zero. */
  step(gradients: readonly Float64Array[], rate: number, decay: number): void {
    this.steps++;
    const first = rate / (1 - 0.9 ** this.steps);
    const second = 1 / (1 - 0.999 ** this.steps);
    this.parts.forEach((part, p) => {
      const [gradient, mean, square] = [gradients[p], this.means[p], this.squares[p]];
      if (!gradient || !mean || !square) return;
      for (let i = 0; i < part.length; i++) {
        const g = (gradient[i] ?? 0) + decay * (part[i] ?? 0);
        const m = 0.9 * (mean[i] ?? 0) + 0.1 * g;
        const s = 0.999 * (square[i] ?? 0) + 0.001 * g * g;
        mean[i] = m;
        square[i] = s;
        part[i] = (part[i] ?? 0) - (first * m) / (Math.sqrt(s * second) + 1e-8);
      }
    });
  }
}
