import type { Device, LatestValue, LinkState, StreamState } from "../contract/device";
import type { PastCity, PastNoun, ToldRow } from "../contract/past";
import { shownOf } from "../contract/past-shown";
import type { Kind } from "../kinds/kind";
import type { StreamName } from "../store/stream/list-streams";
import { halvesOf, unitsAt } from "./past-moves";

export type PastFacts = {
  /** What was in force, each thing once. */
  told: readonly ToldRow[];
  /** The newest reading of each stream, by its number. */
  values: ReadonlyMap<number, { at: number; value: number }>;
  /** The same, but of a unit's place the newest that is believed. */
  places: ReadonlyMap<number, { at: number; value: number }>;
  streams: ReadonlyMap<number, StreamName>;
  kinds: ReadonlyMap<string, Kind>;
};
type Told = Pick<
  PastCity,
  "devices" | "zones" | "alerts" | "incidents" | "agencies" | "units" | "warnings" | "storage"
>;
/** A device as it is told, without what changes all the time. */
export type ToldDevice = Omit<Device, "latest" | "link" | "lastSeenAt" | "status">;

/** The city at a moment. */
export function cityOf(facts: PastFacts): Told {
  const by = <T>(noun: PastNoun) =>
    facts.told.filter((row) => row.noun === noun).map((row) => JSON.parse(row.body ?? "null") as T);
  return {
    ...shownOf(by("alert"), by("incident")),
    devices: devicesOf(facts, by<ToldDevice>("device")),
    zones: by("zone"),
    agencies: by("agency"),
    units: unitsAt(by("unit"), facts.places, halvesOf(by<ToldDevice>("device"), facts.streams, facts.kinds)),
    warnings: by<PastCity["warnings"]>("warnings")[0] ?? [],
    storage: by<PastCity["storage"]>("storage")[0] ?? { state: "ok", since: null },
  };
}

function devicesOf({ told, values, streams, kinds }: PastFacts, devices: ToldDevice[]): Device[] {
  const states = new Map(told.filter((r) => r.noun === "state").map((r) => [r.thing, r.body]));
  const links = new Map(told.filter((r) => r.noun === "link").map((r) => [r.thing, r.body]));
  const known = (device: ToldDevice, stream: string) => kinds.get(device.kind)?.streams.some((s) => s.name === stream);
  const byId = new Map(devices.map((device) => [device.id, { device, latest: [] as LatestValue[] }]));
  for (const [id, { at, value }] of values) {
    const { deviceId = "", name: stream = "" } = streams.get(id) ?? {};
    const entry = byId.get(deviceId);
    if (!entry || !known(entry.device, stream)) continue;
    const state = said<StreamState>(states.get(`${deviceId} ${stream}`)) ?? "fresh";
    entry.latest.push({ stream, at, value, state });
  }
  return [...byId.values()].map(({ device, latest }) => ({
    ...device,
    status: null,
    latest,
    lastSeenAt: latest.length > 0 ? Math.max(...latest.map((l) => l.at)) : null,
    link: said<LinkState>(links.get(device.id)) ?? "never",
  }));
}

function said<T>(body: string | null | undefined): T | null {
  return body ? (JSON.parse(body) as T) : null;
}
