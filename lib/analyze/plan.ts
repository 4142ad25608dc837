import { distanceM, type Place } from "../base/geo";
import type { Zone } from "../contract/device";
import { type Condition, isZoneWide } from "../contract/measure";
import type { Rule } from "../contract/rule";
import type { Plausible } from "../kinds/kind";
import { type Bindable, fits, fitsDevice, inForce, inZone } from "./bind";
import type { HeardBefore } from "./heard";

/** Under which a sample comes in: the id of a stream, or what `silenceKey` gives. */
export type Key = number | string;

/** What a verdict is about: a stream of a device, its silence or the device (stream ""), or a zone (deviceId ""). */
export type Subject = { key: Key; deviceId: string; stream: string; zone?: string };

export type WatchedStream = {
  key: Key;
  name: string;
  plausible?: Plausible | undefined;
  /** Its future can be told: a level of water that rises and falls slowly. */
  foreseen?: boolean | undefined;
  /** Older than this a reading is not the present any more, ms. */
  staleAfterMs: number;
  /** What was heard of it before now. */
  before?: HeardBefore;
};
export type WatchedDevice = Bindable & Place & { streams: readonly WatchedStream[] };

/** One rule on one subject: whom it listens to, whom it compares with, and, of conditions, each as a rule of its own. */
export type Job = { rule: Rule; subject: Subject; listens: Subject[]; nearby: Key[]; parts: Job[] };
export type Plan = { streams: { subject: Subject; stream: WatchedStream }[]; jobs: Job[] };

export type Watched = { rules: readonly Rule[]; devices: readonly WatchedDevice[]; zones: readonly Zone[] };

/** What a device's silence is judged under, or that of one of its streams. */
export function silenceKey(deviceId: string, stream = ""): string {
  return `silence ${deviceId} ${stream}`;
}

/** Which rules look at what, of the devices in service. `now`: see inForce. */
export function planOf({ rules, devices, zones }: Watched, now: number): Plan {
  const held = inForce(rules, now);
  const wide = held.filter((rule) => isZoneWide(rule.measure));
  const own = held.filter((rule) => !isZoneWide(rule.measure));
  const purposes = new Map(zones.map((zone) => [zone.id, zone.purpose]));
  const jobs = devices.flatMap((device) =>
    own
      .filter((rule) => fits(rule.scope, device, purposes.get(device.zone)))
      .flatMap((r) => onDevice(r, device, devices)),
  );
  const streams = devices.flatMap((device) =>
    device.streams.map((stream) => ({ subject: subjectOf(device, stream), stream })),
  );
  return { streams, jobs: [...jobs, ...wide.flatMap((rule) => onZones(rule, devices, zones))] };
}

function onDevice(rule: Rule, device: WatchedDevice, all: readonly WatchedDevice[]): Job[] {
  const { measure } = rule;
  if (measure.type === "silence") return onSilence(rule, device);
  const whole = { key: `device ${device.id}`, deviceId: device.id, stream: "" };
  if (measure.type === "conditions") return ofConditions(rule, whole, measure.of, [device]);
  return subjectsOf([device], rule.stream).map((subject) => ({
    ...alone(rule, subject),
    nearby: measure.type === "neighbours" ? neighbours(rule.stream, measure.radiusM, device, all) : [],
  }));
}

function onSilence(rule: Rule, device: WatchedDevice): Job[] {
  if (rule.stream !== "" && !device.streams.some((s) => s.name === rule.stream)) return [];
  return [alone(rule, { key: silenceKey(device.id, rule.stream), deviceId: device.id, stream: rule.stream })];
}

function neighbours(
  stream: string,
  radiusM: number | undefined,
  device: WatchedDevice,
  all: readonly WatchedDevice[],
): Key[] {
  const near = all.filter(
    (other) =>
      other !== device &&
      other.kind === device.kind &&
      (radiusM === undefined ? other.zone === device.zone : distanceM(other, device) <= radiusM),
  );
  return subjectsOf(near, stream).map((subject) => subject.key);
}

function onZones(rule: Rule, devices: readonly WatchedDevice[], zones: readonly Zone[]): Job[] {
  const named = rule.scope.zone;
  const asked = [...zones, ...unregistered(zones, devices)];
  const fitting = asked.filter((zone) => !named || zone.id === named || zone.purpose === named);
  return fitting.flatMap((zone) => {
    const members = devices.filter((device) => fitsDevice(rule.scope, device) && inZone(zone, device));
    const subject = { key: `zone ${zone.id}`, deviceId: "", stream: "", zone: zone.id };
    if (rule.measure.type === "conditions") return ofConditions(rule, subject, rule.measure.of, members);
    const listens = subjectsOf(members, rule.stream);
    return listens.length > 0 ? [{ ...alone(rule, subject), listens }] : [];
  });
}

/** A zone that devices name and nobody registered is one all the same. */
function unregistered(zones: readonly Zone[], devices: readonly WatchedDevice[]): Zone[] {
  const known = new Set(zones.map((zone) => zone.id));
  const ids = new Set(devices.map((device) => device.zone).filter((id) => !known.has(id)));
  return [...ids].map((id) => ({ id, purpose: "other", name: { ko: id, en: id }, geometry: null }));
}

/** Conditions of which too few can be asked here to ever hold are not asked. */
function ofConditions(
  rule: Rule,
  subject: Subject,
  of: readonly Condition[],
  members: readonly WatchedDevice[],
): Job[] {
  const parts = of.map((condition, i) => {
    const asked = members.filter((device) => !condition.kind || condition.kind === device.kind);
    return subjectsOf(asked, condition.stream).map((s) => alone(partOf(rule, condition, i), s));
  });
  if (parts.filter((part) => part.length > 0).length < rule.raise) return [];
  return [{ rule, subject, listens: [], nearby: [], parts: parts.flat() }];
}

/** A condition as a rule that raises nothing by itself: its id is no rule's, since a rule's has no slash. */
function partOf(rule: Rule, { kind: _kind, ...condition }: Condition, index: number): Rule {
  const { steps: _steps, months: _months, hours: _hours, holdDownMs: _holdDown, ...rest } = rule;
  return { ...rest, ...condition, id: `${rule.id}/${index}`, holdMs: 0 };
}

function subjectsOf(devices: readonly WatchedDevice[], name: string): Subject[] {
  return devices.flatMap((device) => device.streams.filter((s) => s.name === name).map((s) => subjectOf(device, s)));
}

function subjectOf(device: WatchedDevice, { key, name }: WatchedStream): Subject {
  return { key, deviceId: device.id, stream: name };
}

function alone(rule: Rule, subject: Subject): Job {
  return { rule, subject, listens: [subject], nearby: [], parts: [] };
}
