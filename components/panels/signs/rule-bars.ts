import type { Device } from "@/lib/contract/device";
import type { Rule } from "@/lib/contract/rule";

/** Whether a rule looks at this device: every part of its scope that is named must fit. */
export function ruleFits(rule: Rule, device: Pick<Device, "id" | "kind" | "zone">): boolean {
  const { kind, zone, device: id } = rule.scope;
  return (
    rule.enabled && (!kind || kind === device.kind) && (!zone || zone === device.zone) && (!id || id === device.id)
  );
}

/** The thresholds to draw on a stream's chart: rules on the value itself, not on sums or silence. */
export function barsOf(rules: Iterable<Rule>, device: Pick<Device, "id" | "kind" | "zone">, stream: string): Rule[] {
  return [...rules]
    .filter((rule) => rule.measure.type === "value" && rule.stream === stream && ruleFits(rule, device))
    .sort((a, b) => a.level - b.level || a.raise - b.raise);
}
