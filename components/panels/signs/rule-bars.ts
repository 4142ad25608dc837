import type { Device, Zone } from "@/lib/contract/device";
import type { Rule } from "@/lib/contract/rule";

type Measured = Pick<Device, "id" | "kind" | "zone">;

/** Whether a rule looks at this device: every named part of its scope must fit. A rule's zone is a zone's id or a purpose. */
export function ruleFits(rule: Rule, device: Measured, purpose: Zone["purpose"] | undefined): boolean {
  const { kind, zone, device: id } = rule.scope;
  const inZone = !zone || zone === device.zone || zone === purpose;
  return rule.enabled && inZone && (!kind || kind === device.kind) && (!id || id === device.id);
}

/** The thresholds to draw on a stream's chart: rules on the value itself with all their levels, not on sums or silence. */
export function barsOf(
  rules: Iterable<Rule>,
  device: Measured,
  purpose: Zone["purpose"] | undefined,
  stream: string,
): Rule[] {
  return [...rules]
    .filter((rule) => rule.measure.type === "value" && rule.stream === stream && ruleFits(rule, device, purpose))
    .flatMap((rule) => [rule, ...(rule.steps ?? []).map((step) => ({ ...rule, ...step }))])
    .sort((a, b) => a.level - b.level || a.raise - b.raise);
}
