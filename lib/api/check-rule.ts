import { Failure } from "../base/failure";
import { ZonePurpose } from "../contract/device";
import type { RuleBody } from "../contract/rule";
import type { Kind } from "../kinds/kind";
import { getDevice } from "../store/device/get-device";
import type { Store } from "../store/open";
import { listZones } from "../store/zone/list-zones";

type City = { store: Store; kinds: ReadonlyMap<string, Kind> };

/** A rule must name kinds, zones, devices and streams that the city has: one that can never hold is a false safety. */
export async function checkRule({ store, kinds }: City, rule: RuleBody): Promise<void> {
  const { kind, zone, device } = rule.scope;
  if (kind && !kinds.has(kind)) throw wrong("scope.kind", `There is no kind "${kind}".`);
  if (zone && !(await zoneExists(store, zone))) throw wrong("scope.zone", `There is no zone or purpose "${zone}".`);
  const only = device ? await kindOfDevice(store, device, kind) : kind;
  if (rule.measure.type !== "silence") checkStream(kinds, only, rule.stream);
}

async function kindOfDevice(store: Store, id: string, kind: string | undefined): Promise<string> {
  const device = await getDevice(store.reader, id);
  if (!device) throw wrong("scope.device", `There is no device "${id}". Add it first.`);
  if (kind && device.kind !== kind) throw wrong("scope.device", `Device "${id}" is a ${device.kind}, not a ${kind}.`);
  return device.kind;
}

function checkStream(kinds: City["kinds"], only: string | undefined, stream: string): void {
  const looked = [...kinds.values()].filter((k) => only === undefined || k.id === only);
  if (looked.some((k) => k.streams.some((s) => s.name === stream))) return;
  throw wrong("stream", only ? `A ${only} has no stream "${stream}".` : `No kind has a stream "${stream}".`);
}

async function zoneExists(store: Store, zone: string): Promise<boolean> {
  return ZonePurpose.safeParse(zone).success || (await listZones(store)).some((z) => z.id === zone);
}

function wrong(path: string, message: string): Failure {
  return new Failure("invalid", message, { fields: [{ path: `rule.${path}`, message }] });
}
