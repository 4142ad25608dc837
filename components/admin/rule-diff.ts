import type { RuleBody } from "@/lib/contract/rule";

/** One field of a rule that differs: its path ("raise", "name.ko"), and both values as they stand in the contract. */
export type Difference = { path: string; before: unknown; after: unknown };

// who wrote a version and when is told beside it, and is no change of the rule
const NOT_THE_RULE = new Set(["id", "version", "createdAt", "createdBy"]);

/** What changed from one version of a rule to another, in the order of the contract's fields. A list (levels, months, conditions) is one. */
export function ruleDiff(before: RuleBody, after: RuleBody): Difference[] {
  const old = flat(before);
  const now = flat(after);
  const paths = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((path) => !NOT_THE_RULE.has(path));
  return paths
    .map((path) => ({ path, before: old[path] ?? null, after: now[path] ?? null }))
    .filter((d) => JSON.stringify(d.before) !== JSON.stringify(d.after));
}

function flat(object: object, prefix = ""): Record<string, unknown> {
  return Object.assign(
    {},
    ...Object.entries(object).map(([key, value]) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? flat(value, `${prefix}${key}.`)
        : { [prefix + key]: value },
    ),
  );
}
