import type { Kind, StreamSpec } from "../kinds/kind";
import type { Group } from "./group-commit";
import { inOrder, keyOf } from "./order";
import type { DeviceEntry, StreamEntry } from "./registry";
import type { Row } from "./validate";

/** The value of a stream that is stored at an instant (UTC ms), or undefined. Asked only of what came out of order. */
export type StoredValue = (stream: StreamEntry, at: number) => Promise<number | undefined>;

type Computed = { stream: StreamEntry; inputs: StreamEntry[]; at: number };

/**
 * The group with what the city computes of it: a derived value wherever a row completes its instant, in whatever order the inputs
 * came. It is fresh where it is newer than all before in its own stream, late like any other row where it is not.
 */
export async function withDerived(group: Group, stored: StoredValue): Promise<Group> {
  const rows = [...group.late, ...group.fresh].filter((row) => feeds(row.stream));
  if (rows.length === 0) return group;
  const given = new Map(rows.map((row) => [keyOf(row.stream, row.at), row.value]));
  const made: Row[] = [];
  for (const computed of instantsOf(rows)) {
    const value = await compute(computed, given, stored);
    if (value !== null && Number.isFinite(value)) made.push({ stream: computed.stream, at: computed.at, value });
  }
  return joined(group, inOrder(made));
}

function joined({ fresh, late }: Group, made: readonly Row[]): Group {
  const newer = made.filter((row) => row.at > row.stream.markAt);
  const older = made.filter((row) => row.at <= row.stream.markAt);
  for (const { stream, at } of newer) stream.markAt = at;
  // right behind the inputs of its instant
  return { fresh: newer.length > 0 ? inOrder([...fresh, ...newer]) : fresh, late: [...late, ...older] };
}

/** What can be computed of these rows: each derived stream once for each instant. */
function instantsOf(rows: readonly Row[]): Iterable<Computed> {
  const found = new Map<string, Computed>();
  for (const { stream: input, at } of rows)
    for (const spec of derivedOf(input.device.kind)) {
      const stream = input.device.streams.get(spec.name);
      if (!stream || !spec.derived?.from.includes(input.spec.name)) continue;
      found.set(keyOf(stream, at), { stream, inputs: inputsOf(input.device, spec.derived.from), at });
    }
  return found.values();
}

function inputsOf(device: DeviceEntry, names: readonly string[]): StreamEntry[] {
  return names.flatMap((name) => device.streams.get(name) ?? []);
}

async function compute({ stream, inputs, at }: Computed, given: Map<string, number>, stored: StoredValue) {
  const { derived } = stream.spec;
  const values: Record<string, number> = {};
  for (const input of inputs) {
    const value = given.get(keyOf(input, at)) ?? (await before(input, at, stored));
    if (value === undefined) return null;
    values[input.spec.name] = value;
  }
  return derived && inputs.length === derived.from.length ? derived.compute(values, at) : null;
}

/** A stream that has not come to an instant yet has no value there; only one that is past it may have an older one on the disk. */
async function before(input: StreamEntry, at: number, stored: StoredValue): Promise<number | undefined> {
  if (input.latestAt <= at) return input.latestAt === at ? input.latestValue : undefined;
  return stored(input, at);
}

const ofKind = new WeakMap<Kind, StreamSpec[]>();

/** The derived streams of a kind: asked for every row, so it is looked up once. */
function derivedOf(kind: Kind): StreamSpec[] {
  const known = ofKind.get(kind) ?? kind.streams.filter((spec) => spec.derived);
  ofKind.set(kind, known);
  return known;
}

function feeds({ device, spec }: StreamEntry): boolean {
  return derivedOf(device.kind).some(({ derived }) => derived?.from.includes(spec.name));
}
