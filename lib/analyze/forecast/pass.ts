import type { Chance } from "./chance";
import type { Lesson } from "./lesson";
import { crossSum, forward, turned } from "./multiply";
import { type Net, scaleOf } from "./net";

const SCALE_PART = 0.3;
const MOST_OFF = 3;

/**
 * Runs a batch of rows forward through a network and what it misses by back. The middle learns by a robust loss in units of the
 * scale, the scale by the likelihood of a Laplace error; a row with a large scale keeps its say (beta-NLL, Seitzer 2022), or floods,
 * which are hard, would be given up as noise.
 */
export class Pass {
  /** What each weight, then each bias, would have to change. */
  readonly gradients: Float64Array[];
  private readonly net: Net;
  private readonly lesson: Lesson;
  private readonly rows: number;
  private readonly values: Float64Array[];
  private readonly errors: Float64Array[];
  /** Weights by input, so that an error can go back along them side by side. */
  private readonly turnedWeights: Float64Array[];
  private readonly zeros: Float64Array[];

  constructor(net: Net, lesson: Lesson, rows: number) {
    this.net = net;
    this.lesson = lesson;
    this.rows = rows;
    const widths = net.biases.map((bias) => bias.length);
    const batch = (width: number) => new Float64Array(width * rows);
    this.values = [lesson.width, ...widths].map(batch);
    this.errors = widths.map(batch);
    this.turnedWeights = net.weights.map((weight) => new Float64Array(weight.length));
    this.zeros = net.weights.map((weight, layer) => new Float64Array(weight.length / (widths[layer] ?? 1)));
    this.gradients = [...net.weights, ...net.biases].map((part) => new Float64Array(part.length));
  }

  take(rows: Uint32Array, chance: Chance, hide: number): void {
    const { weights, biases } = this.net;
    this.fill(rows, chance, hide);
    weights.forEach((weight, layer) => {
      const [from, to, bias] = [this.values[layer], this.values[layer + 1], biases[layer]];
      if (!from || !to || !bias) return;
      forward(from, weight, bias, to, this.rows);
      if (layer < weights.length - 1) for (let k = 0; k < to.length; k++) to[k] = Math.tanh(to[k] ?? 0);
    });
    this.judge(rows);
    for (let layer = weights.length - 1; layer >= 0; layer--) this.back(layer);
  }

  private fill(rows: Uint32Array, chance: Chance, hide: number): void {
    const { width, inputs, hideable } = this.lesson;
    const first = this.values[0] ?? new Float64Array(0);
    rows.forEach((row, b) => {
      first.set(inputs.subarray(row * width, (row + 1) * width), b * width);
      for (const { columns, flag } of hideable) {
        if (chance() >= hide) continue;
        for (const column of columns) first[b * width + column] = 0;
        first[b * width + flag] = 1;
      }
    });
  }

  /** How each output has to change: the error that goes back. */
  private judge(rows: Uint32Array): void {
    const { outputs, targets, weight } = this.lesson;
    const [out, error] = [this.values.at(-1), this.errors.at(-1)];
    if (!out || !error) return;
    rows.forEach((row, b) => {
      const share = (weight[row] ?? 0) / outputs / this.rows;
      for (let o = 0, at = 2 * b * outputs; o < outputs; o++, at++) {
        const scale = scaleOf(out[at + outputs] ?? 0);
        const off = ((targets[row * outputs + o] ?? 0) - (out[at] ?? 0)) / scale;
        error[at] = -Math.max(-MOST_OFF, Math.min(MOST_OFF, off)) * Math.sqrt(scale) * share;
        error[at + outputs] = SCALE_PART * Math.max(-MOST_OFF, 1 - Math.abs(off)) * share;
      }
    });
  }

  private back(layer: number): void {
    const [from, error, weight] = [this.values[layer], this.errors[layer], this.net.weights[layer]];
    const [gradient, biasGradient] = [this.gradients[layer], this.gradients[this.net.weights.length + layer]];
    const [before, byInput, zero] = [this.errors[layer - 1], this.turnedWeights[layer], this.zeros[layer]];
    if (!from || !error || !weight || !gradient || !biasGradient || !byInput || !zero) return;
    crossSum(error, from, gradient, this.rows);
    const outputs = biasGradient.length;
    biasGradient.fill(0);
    for (let k = 0; k < error.length; k++)
      biasGradient[k % outputs] = (biasGradient[k % outputs] ?? 0) + (error[k] ?? 0);
    if (!before) return;
    forward(error, turned(weight, zero.length, byInput), zero, before, this.rows);
    for (let k = 0; k < before.length; k++) before[k] = (before[k] ?? 0) * (1 - (from[k] ?? 0) ** 2);
  }
}
