import type { Operating } from "./decide";
import type { Model } from "./model";
import type { Net } from "./net";

/** How a model did on history that it had not learnt from, at one level; lead times in ms. */
export type LevelScore = {
  level: number;
  events: number;
  hits: number;
  lead: readonly [p10: number | null, p50: number | null, p90: number | null];
  episodes: number;
  falseAlarms: number;
};

/** A model with where it comes from, as it is stored and shipped: JSON, its networks in base64 of single precision. */
export type ModelFile = {
  format: 1;
  id: string;
  /** Wall clock, UTC ms. */
  trainedAt: number;
  /** Whose data it learnt from. */
  source: string;
  /** The span of the data, event time. */
  from: number;
  to: number;
  operating: Operating;
  score: readonly LevelScore[];
  model: Omit<Model, "nets"> & { nets: readonly { weights: readonly string[]; biases: readonly string[] }[] };
};

export function packModel(model: Model): ModelFile["model"] {
  const text = (parts: readonly Float64Array[]) => parts.map(toText);
  return {
    ...model,
    nets: model.nets.map(({ weights, biases }) => ({ weights: text(weights), biases: text(biases) })),
  };
}

/** The model of a file. Throws where the file is of a format that this city does not know. */
export function unpackModel(file: ModelFile): Model {
  if (file.format !== 1) throw new Error(`The forecast model ${file.id} is of an unknown format. Train it again.`);
  const parts = (texts: readonly string[]) => texts.map(fromText);
  const nets: Net[] = file.model.nets.map(({ weights, biases }) => ({
    weights: parts(weights),
    biases: parts(biases),
  }));
  return { ...file.model, nets };
}

function toText(part: Float64Array): string {
  const bytes = new Uint8Array(new Float32Array(part).buffer);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function fromText(text: string): Float64Array {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return Float64Array.from(new Float32Array(bytes.buffer));
}
