import { type AssignmentState, type AssignmentStep, nextSteps } from "@/lib/contract/incident";

/** The one key of each answer. */
export const stepKeys: Record<AssignmentStep, string> = {
  accept: "y",
  refuse: "x",
  "en-route": "e",
  arrive: "r",
  clear: "c",
};

/** The same keys under a Korean layout: who types 한글 need not switch for a shortcut. */
const hangul: Readonly<Record<string, string>> = { ㅛ: "y", ㅌ: "x", ㄷ: "e", ㄸ: "e", ㄱ: "r", ㄲ: "r", ㅊ: "c" };

export type KeyMeaning =
  | { type: "choose"; index: number }
  | { type: "step"; step: AssignmentStep }
  | { type: "help" }
  | { type: "back" };

/** What a key says on the console; undefined where it says nothing, also for an answer that may not follow now. */
export function meaningOf(key: string, state: AssignmentState | undefined): KeyMeaning | undefined {
  if (key === "?") return { type: "help" };
  if (key === "Escape") return { type: "back" };
  if (/^[1-9]$/.test(key)) return { type: "choose", index: Number(key) - 1 };
  const letter = hangul[key] ?? key.toLowerCase();
  const step = state && nextSteps[state].find((it) => stepKeys[it] === letter);
  return step && { type: "step", step };
}
