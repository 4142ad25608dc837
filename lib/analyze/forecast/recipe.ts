/** A stream of a device of the city. */
export type StreamName = { device: string; stream: string };

/** What a forecast looks at beside the level itself. `tide`: an observed tide; where none is observed it is computed. */
export type RecipeInput =
  | { role: "level" | "flow"; name: string; of: StreamName }
  | { role: "rain"; name: string; of: readonly StreamName[] }
  | TideInput;
export type TideInput = { role: "tide"; name: string; of: StreamName };

/** Which level is forecast of what: data, so that another river is another recipe and no other code. */
export type Recipe = {
  id: string;
  target: StreamName;
  inputs: readonly RecipeInput[];
};

/** Under which a stream's readings are handed to a forecast. */
export function nameOf({ device, stream }: StreamName): string {
  return `${device}/${stream}`;
}

/** Every stream that a recipe looks at, the target first. */
export function streamsOf(recipe: Recipe): StreamName[] {
  return [recipe.target, ...recipe.inputs.flatMap((input) => input.of)];
}
