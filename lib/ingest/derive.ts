import type { DeviceEntry } from "./registry";
import type { Row } from "./validate";

/** What each device said last, kept for streams that the city computes. */
export type Inputs = WeakMap<DeviceEntry, Map<string, { at: number; value: number }>>;

/** The rows with what follows from them: a derived value stands right behind the input that completed its instant. Given in order of time. */
export function withDerived(rows: Row[], inputs: Inputs): Row[] {
  if (!rows.some((row) => row.stream.device.kind.streams.some((s) => s.derived))) return rows;
  return rows.flatMap((row) => [row, ...derivedOf(row, inputs)]);
}

function derivedOf(row: Row, inputs: Inputs): Row[] {
  const device = row.stream.device;
  const said = inputs.get(device) ?? new Map<string, { at: number; value: number }>();
  inputs.set(device, said.set(row.stream.spec.name, row));
  const made: Row[] = [];
  for (const spec of device.kind.streams) {
    const stream = device.streams.get(spec.name);
    if (!spec.derived || !stream || !spec.derived.from.includes(row.stream.spec.name)) continue;
    if (row.at <= stream.markAt || spec.derived.from.some((name) => said.get(name)?.at !== row.at)) continue;
    const value = spec.derived.compute(
      Object.fromEntries(spec.derived.from.map((name) => [name, said.get(name)?.value ?? 0])),
      row.at,
    );
    if (value === null || !Number.isFinite(value)) continue;
    stream.markAt = row.at;
    made.push({ stream, at: row.at, value });
  }
  return made;
}
