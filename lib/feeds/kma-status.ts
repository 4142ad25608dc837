import type { WarningDegree, WarningKind } from "../contract/official";

/** What stands now, as getPwnStatus says it in words (field t6): `o 호우경보 : 서울, 경기도(광명, 과천)`. */
export type Standing = { kind: WarningKind; degree: WarningDegree; areas: string[] };

const words: [string, WarningKind][] = [
  ["강풍", "strong-wind"],
  ["호우", "heavy-rain"],
  ["한파", "cold-wave"],
  ["건조", "dry"],
  ["폭풍해일", "storm-surge"],
  ["풍랑", "high-seas"],
  ["태풍", "typhoon"],
  ["대설", "heavy-snow"],
  ["황사", "yellow-dust"],
  ["폭염", "heat-wave"],
  ["열대야", "tropical-night"],
];
const degreeWords: [string, WarningDegree][] = [
  ["중대경보", "grave"],
  ["경보", "warning"],
  ["주의보", "advisory"],
];

/** Every line of the text that names a kind; null where the text says neither what stands nor that nothing does ("o 없음"). */
export function standingOf(text: string): Standing[] | null {
  const lines = text.split(/\r?\n|(?=o )/).map((line) => line.trim());
  const found = lines.map(lineOf).filter((s) => s !== null);
  if (found.length > 0) return found;
  return lines.some((line) => /^o?\s*없음/.test(line)) ? [] : null;
}

function lineOf(line: string): Standing | null {
  const [head = "", areas] = line.replace(/^o\s*/, "").split(/\s*:\s*/, 2);
  const kind = words.find(([word]) => head.startsWith(word))?.[1];
  const degree = degreeWords.find(([word]) => head.endsWith(word))?.[1];
  if (!kind || !degree || !areas) return null;
  return { kind, degree, areas: splitAreas(areas) };
}

/** By the commas outside of brackets: "서울(동남권, 서남권), 경기도" is two areas. */
function splitAreas(areas: string): string[] {
  return areas
    .split(/,(?![^(]*\))/)
    .map((area) => area.trim())
    .filter((area) => area !== "");
}
