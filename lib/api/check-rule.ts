import { FEWEST as FEWEST_READINGS } from "../analyze/slope";
import { MINUTE } from "../base/clock";
import { Failure } from "../base/failure";
import { ZonePurpose } from "../contract/device";
import type { Condition, Measure } from "../contract/measure";
import type { RuleBody } from "../contract/rule";
import type { Kind } from "../kinds/kind";
import { getDevice } from "../store/device/get-device";
import type { Store } from "../store/open";
import { listZones } from "../store/zone/list-zones";

type City = { store: Store; kinds: ReadonlyMap<string, Kind> };

/** A rule must name kinds, zones, devices and streams that the city has, and a window that can be filled: one that can never hold is a false safety. */
export async function checkRule({ store, kinds }: City, rule: RuleBody): Promise<void> {
  const { kind, zone, device } = rule.scope;
  const { measure, stream } = rule;
  if (kind && !kinds.has(kind)) throw wrong("scope.kind", `There is no kind "${kind}".`);
  if (zone && !(await zoneExists(store, zone))) throw wrong("scope.zone", `There is no zone or purpose "${zone}".`);
  const only = device ? await kindOfDevice(store, device, kind) : kind;
  if (measure.type === "conditions") {
    for (const [i, condition] of measure.of.entries()) checkCondition(kinds, only, condition, `measure.of.${i}`);
    return;
  }
  if (stream !== "") checkWindow(measure, checkStream(kinds, only, stream, "stream"), "measure.windowMs");
}

function checkCondition(kinds: City["kinds"], only: string | undefined, condition: Condition, path: string): void {
  const { kind, stream, measure } = condition;
  if (kind && !kinds.has(kind)) throw wrong(`${path}.kind`, `There is no kind "${kind}".`);
  if (kind && only && kind !== only) throw wrong(`${path}.kind`, `The rule looks at a ${only} only, not at a ${kind}.`);
  checkWindow(measure, checkStream(kinds, kind ?? only, stream, `${path}.stream`), `${path}.measure.windowMs`);
}

/** How many readings a window must hold at the pace at which the slowest of such devices has to speak. */
const FEWEST: Partial<Record<Measure["type"], number>> = { mean: 2, rise: FEWEST_READINGS };

function checkWindow(measure: Measure, kinds: Kind[], path: string): void {
  const fewest = FEWEST[measure.type];
  if (fewest === undefined || !("windowMs" in measure)) return;
  const least = (fewest * Math.min(...kinds.map((kind) => kind.keepAliveMs))) / MINUTE;
  if (measure.windowMs / MINUTE >= least) return;
  throw wrong(
    path,
    `Such a device may speak so rarely that this window never fills. Ask for ${least} minutes at least.`,
  );
}

async function kindOfDevice(store: Store, id: string, kind: string | undefined): Promise<string> {
  const device = await getDevice(store.reader, id);
  if (!device) throw wrong("scope.device", `There is no device "${id}". Add it first.`);
  if (kind && device.kind !== kind) throw wrong("scope.device", `Device "${id}" is a ${device.kind}, not a ${kind}.`);
  return device.kind;
}

/** The kinds that have the stream. */
function checkStream(kinds: City["kinds"], only: string | undefined, stream: string, path: string): Kind[] {
  const asked = [...kinds.values()].filter((k) => only === undefined || k.id === only);
  const looked = asked.filter((k) => k.streams.some((s) => s.name === stream));
  if (looked.length > 0) return looked;
  throw wrong(path, only ? `A ${only} has no stream "${stream}".` : `No kind has a stream "${stream}".`);
}

async function zoneExists(store: Store, zone: string): Promise<boolean> {
  return ZonePurpose.safeParse(zone).success || (await listZones(store)).some((z) => z.id === zone);
}

function wrong(path: string, message: string): Failure {
  return new Failure("invalid", message, { fields: [{ path: `rule.${path}`, message }] });
}
