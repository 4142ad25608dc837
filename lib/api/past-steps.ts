import { filled } from "../base/filled";
import type { Device, LinkState, StreamState } from "../contract/device";
import type { UnitMove } from "../contract/live";
import type { PastDelta, ToldRow } from "../contract/past";
import type { StreamName } from "../store/stream/list-streams";
import type { ToldDevice } from "./past-city";
import type { Places } from "./past-moves";

type Given = { from: number; to: number; stepMs: number; streams: ReadonlyMap<number, StreamName>; places: Places };
type Step = {
  values: Map<number, [at: number, value: number]>;
  moves: Map<string, UnitMove>;
  told: Map<string, ToldRow>;
};

/** Gathers what changed after `from` into steps: of each stream the newest value, of each thing how it stood at the step's end. */
export class PastSteps {
  to: number;
  private readonly given: Given;
  private readonly steps = new Map<number, Step>();

  constructor(given: Given) {
    this.given = given;
    this.to = given.to;
  }

  /** Everything up to and with `at` is here and more there is not: the answer ends with the last whole step, or at `at`. */
  cutAfter(at: number): void {
    const { from, stepMs } = this.given;
    const whole = from + Math.floor((at - from) / stepMs) * stepMs;
    this.to = Math.min(this.to, whole > from ? whole : at);
  }

  value(at: number, stream: number, value: number): void {
    if (at > this.to) return;
    const step = this.step(at);
    step.values.set(stream, [at, value]);
    const move = this.given.places.take(stream, at, value);
    if (move) step.moves.set(move[0], move);
  }

  tell(row: ToldRow): void {
    if (row.at <= this.to) this.step(row.at).told.set(`${row.noun}\n${row.thing}`, row);
  }

  private step(at: number): Step {
    const { from, stepMs } = this.given;
    const index = Math.ceil((at - from) / stepMs);
    const known = this.steps.get(index) ?? { values: new Map(), moves: new Map(), told: new Map() };
    this.steps.set(index, known);
    return known;
  }

  /** Steps in which something changed, in order. */
  frames(): PastDelta[] {
    const { from, stepMs } = this.given;
    return [...this.steps]
      .filter(([index]) => from + (index - 1) * stepMs < this.to)
      .sort(([a], [b]) => a - b)
      .map(([index, step]) => this.frame(Math.min(this.to, from + index * stepMs), step));
  }

  private frame(now: number, { values, moves, told }: Step): PastDelta {
    const rows = [...told.values()];
    const parsed = <T>(noun: ToldRow["noun"]) =>
      rows.filter((r) => r.noun === noun && r.body !== null).map((r) => JSON.parse(r.body ?? "null") as T);
    const gone = (noun: ToldRow["noun"]) => rows.filter((r) => r.noun === noun && r.body === null).map((r) => r.thing);
    const changed: Omit<PastDelta, "cursor" | "now"> = {
      values: [...values].flatMap(([id, [at, value]]) => this.valueOf(id, at, value)),
      states: rows.filter((r) => r.noun === "state").map(stateOf),
      links: rows.filter((r) => r.noun === "link" && r.body !== null).map(linkOf),
      devices: parsed<ToldDevice>("device").map(unspoken),
      devicesGone: gone("device"),
      zones: parsed("zone"),
      zonesGone: gone("zone"),
      alerts: parsed("alert"),
      incidents: parsed("incident"),
      units: parsed("unit"),
      moves: [...moves.values()],
      agencies: parsed("agency"),
      warnings: parsed<NonNullable<PastDelta["warnings"]>>("warnings")[0],
      storage: parsed<NonNullable<PastDelta["storage"]>>("storage")[0],
    };
    return { cursor: "", now, ...filled(changed) };
  }

  private valueOf(id: number, at: number, value: number): NonNullable<PastDelta["values"]> {
    const stream = this.given.streams.get(id);
    if (!stream) return [];
    return [[stream.deviceId, stream.name, at, value]];
  }
}

/** A state that is gone from what is told is fresh again. */
function stateOf({ thing, body }: ToldRow): NonNullable<PastDelta["states"]>[number] {
  const [deviceId = "", stream = ""] = thing.split(" ");
  return [deviceId, stream, JSON.parse(body ?? '"fresh"') as StreamState];
}

function linkOf({ thing, body }: ToldRow): NonNullable<PastDelta["links"]>[number] {
  return { id: thing, link: JSON.parse(body ?? '"never"') as LinkState };
}

function unspoken(device: ToldDevice): Device {
  return { ...device, link: "never", latest: [], lastSeenAt: null, status: null };
}
