import { insideRing, type Place } from "../base/geo";
import type { Zone } from "../contract/device";
import type { Rule } from "../contract/rule";

/** What of a device decides which rules fit it. */
export type Bindable = { id: string; kind: string; zone: string };

/**
 * Rules that hold at `now`, the calendar that effective dates are held against, UTC ms: in an exercise the wall's, since an
 * exercise asks what today's rules make of yesterday's flood.
 */
export function inForce(rules: readonly Rule[], now: number): Rule[] {
  return rules.filter((rule) => rule.enabled && effective(rule.effectiveFrom) <= now);
}

/** Whether a rule looks at a device: every named part of its scope must fit. A rule's zone is a zone's id or a purpose. */
export function fits(scope: Rule["scope"], device: Bindable, zonePurpose: string | undefined): boolean {
  if (!scope.kind && !scope.zone && !scope.device) return false;
  if (scope.zone && scope.zone !== device.zone && scope.zone !== zonePurpose) return false;
  return fitsDevice(scope, device);
}

/** The same without the zone: who in a zone counts for a rule on the zone as a whole. */
export function fitsDevice({ kind, device: id }: Rule["scope"], device: Bindable): boolean {
  return (!kind || kind === device.kind) && (!id || id === device.id);
}

/** Whether a device belongs to a zone: it names it, or it stands in the area that is drawn. */
export function inZone({ id, geometry }: Zone, device: Bindable & Place): boolean {
  if (device.zone === id) return true;
  const [outer, ...holes] = geometry?.coordinates ?? [];
  return !!outer && insideRing(device, outer) && !holes.some((hole) => insideRing(device, hole));
}

// Korea's legal day begins at midnight in Seoul, which has no summer time.
function effective(date: string): number {
  return Date.parse(`${date}T00:00:00+09:00`);
}
