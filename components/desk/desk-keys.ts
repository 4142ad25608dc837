/** What a key asks the desk to do. */
export type DeskCommand =
  | "acknowledge"
  | "next"
  | "previous"
  | "incident"
  | "dispatch"
  | "past"
  | "page"
  | "search"
  | "help"
  | "close";

export type KeyPress = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** The press goes to a field where people type. */
  typing: boolean;
  /** A window is open over the desk: it has the keys. */
  covered: boolean;
};

const SINGLE: Readonly<Record<string, DeskCommand>> = {
  a: "acknowledge",
  n: "next",
  j: "next",
  p: "previous",
  k: "previous",
  i: "incident",
  d: "dispatch",
  t: "past",
  o: "page",
  "/": "search",
  "?": "help",
};

/** The physical keys under a Korean layout: an operator who types 한글 need not switch for a shortcut. */
const HANGUL: Readonly<Record<string, string>> = {
  ㅁ: "a",
  ㅜ: "n",
  ㅓ: "j",
  ㅔ: "p",
  ㅏ: "k",
  ㅑ: "i",
  ㅇ: "d",
  ㅅ: "t",
  ㅐ: "o",
};

/** The command of a key press; null where it belongs to somebody else. `single`: one-key shortcuts are on (WCAG 2.1.4). */
export function commandOf(press: KeyPress, single: boolean): DeskCommand | null {
  const letter = press.key.toLowerCase();
  if ((press.ctrlKey || press.metaKey) && (letter === "k" || letter === "ㅏ")) return "search";
  if (press.ctrlKey || press.metaKey || press.altKey || press.covered) return null;
  if (press.key === "Escape") return "close";
  if (press.typing || !single) return null;
  return SINGLE[HANGUL[letter] ?? letter] ?? null;
}

/** The shortcuts in the order of the help sheet. */
export const shortcuts: readonly { keys: readonly string[]; command: DeskCommand }[] = [
  { keys: ["J", "N"], command: "next" },
  { keys: ["K", "P"], command: "previous" },
  { keys: ["A"], command: "acknowledge" },
  { keys: ["I"], command: "incident" },
  { keys: ["D"], command: "dispatch" },
  { keys: ["T"], command: "past" },
  { keys: ["O"], command: "page" },
  { keys: ["/", "Ctrl K"], command: "search" },
  { keys: ["?"], command: "help" },
  { keys: ["Esc"], command: "close" },
];
