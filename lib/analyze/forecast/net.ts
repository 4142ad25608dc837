import { forward } from "./multiply";

/** A small network of two hidden layers. The weights of an output lie side by side: `weights[layer][output * inputs + input]`. */
export type Net = { weights: readonly Float64Array[]; biases: readonly Float64Array[] };

/** What the network makes of one row of inputs. */
export function run({ weights, biases }: Net, inputs: Float64Array): Float64Array {
  let values = inputs;
  weights.forEach((weight, layer) => {
    const bias = biases[layer] ?? new Float64Array(0);
    const out = new Float64Array(bias.length);
    forward(values, weight, bias, out, 1);
    values = layer < weights.length - 1 ? out.map(Math.tanh) : out;
  });
  return values;
}

/** The scale that an output of the second half stands for: its logarithm, kept within bounds. */
export function scaleOf(logScale: number): number {
  return Math.exp(Math.min(3, Math.max(-6, logScale)));
}
