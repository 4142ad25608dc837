import type { RuleBody } from "../../contract/rule";

/** A rule as a pack gives it: the body with the id that it keeps over all its versions. */
export type PackRule = RuleBody & { id: string };

/** What rules of one threshold share, so that a file of rules shows what differs. */
export const above = {
  measure: { type: "value" },
  direction: "at-or-above",
  holdMs: 0,
  enabled: true,
} as const satisfies Partial<RuleBody>;

export const below = { ...above, direction: "at-or-below" } as const satisfies Partial<RuleBody>;

/** For rules that citizens never see: what the people of the city shall do. */
export const forStaff = {
  ko: "시민 대상 안내가 아닙니다. 담당자는 현장과 장비를 확인하시기 바랍니다.",
  en: "Not for the public. Staff: check the place and the equipment.",
};
