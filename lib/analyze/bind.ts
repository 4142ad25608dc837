import type { Rule } from "../contract/rule";

/** What of a device decides which rules fit it. */
export type Bindable = { id: string; kind: string; zone: string };

/**
 * Rules in force for one stream of a device (stream "" for its silence). A rule's zone is a zone's id or a purpose.
 * `now` is the calendar that effective dates are held against, UTC ms: in an exercise the wall's, since an exercise asks
 * what today's rules make of yesterday's flood.
 */
export function rulesFor(
  rules: readonly Rule[],
  device: Bindable,
  zonePurpose: string | undefined,
  stream: string,
  now: number,
): Rule[] {
  return rules.filter(
    (rule) =>
      rule.enabled &&
      (rule.measure.type === "silence" ? stream === "" : rule.stream === stream) &&
      fits(rule.scope, device, zonePurpose) &&
      effective(rule.effectiveFrom) <= now,
  );
}

function fits(scope: Rule["scope"], device: Bindable, zonePurpose: string | undefined): boolean {
  if (!scope.kind && !scope.zone && !scope.device) return false;
  if (scope.kind && scope.kind !== device.kind) return false;
  if (scope.device && scope.device !== device.id) return false;
  return !scope.zone || scope.zone === device.zone || scope.zone === zonePurpose;
}

// Korea's legal day begins at midnight in Seoul, which has no summer time.
function effective(date: string): number {
  return Date.parse(`${date}T00:00:00+09:00`);
}
