import { Adam } from "./adam";
import { type Chance, normal } from "./chance";
import type { Lesson } from "./lesson";
import type { Net } from "./net";
import { Pass } from "./pass";

/** How it is taught: layers (multiples of four), times through all rows, highest rate of change, chance to hide a group. */
export type Course = { hidden: readonly number[]; epochs: number; rate: number; hide: number };

const BATCH = 128;
const RISE_BATCHES = 200;
const DECAY = 1e-4;

/** A network that gives the middle of each target, and then the logarithm of each one's scale. */
export function learn(lesson: Lesson, course: Course, chance: Chance): Net {
  const net = newNet([lesson.width, ...course.hidden, 2 * lesson.outputs], chance);
  const pass = new Pass(net, lesson, BATCH);
  const order = Uint32Array.from({ length: lesson.count }, (_, i) => i);
  const batches = Math.floor(lesson.count / BATCH);
  const adam = new Adam([...net.weights, ...net.biases]);
  for (let epoch = 0, step = 0; epoch < course.epochs; epoch++) {
    shuffle(order, chance);
    for (let b = 0; b < batches; b++, step++) {
      pass.take(order.subarray(b * BATCH, (b + 1) * BATCH), chance, course.hide);
      adam.step(pass.gradients, rateAt(step, batches * course.epochs, course.rate), DECAY);
    }
  }
  return net;
}

/** Rises at first and then falls along a cosine. */
function rateAt(step: number, steps: number, rate: number): number {
  return rate * Math.min(1, (step + 1) / RISE_BATCHES) * (0.5 * (1 + Math.cos((Math.PI * step) / steps)) + 0.01);
}

function newNet(sizes: readonly number[], chance: Chance): Net {
  const layers = sizes.slice(1).map((outputs, i) => ({ inputs: sizes[i] ?? 0, outputs, last: i === sizes.length - 2 }));
  return {
    weights: layers.map(({ inputs, outputs, last }) => {
      const spread = (last ? 0.3 : 1) / Math.sqrt(inputs);
      return Float64Array.from({ length: inputs * outputs }, () => spread * normal(chance));
    }),
    biases: layers.map(({ outputs }) => new Float64Array(outputs)),
  };
}

function shuffle(order: Uint32Array, chance: Chance): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
}
