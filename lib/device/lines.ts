import { WireReading } from "../contract/reading";
import type { Measured } from "./intake";

const MeasuredLine = WireReading.partial({ at: true });
/** Longer than any reading: whoever writes without line ends must not fill the memory. */
const MOST_CHARS = 100_000;

/** What came in one piece: the readings of its whole lines, and what is wrong with the others, by line number from 1. */
export type Piece = { readings: Measured[]; bad: { line: number; problem: string }[]; lines: number };

/** Readings as JSON, one a line, out of a stream of text; empty lines are nothing. `lines` counts from the beginning. */
export async function* readingLines(input: AsyncIterable<string>): AsyncGenerator<Piece> {
  let rest = "";
  let lines = 0;
  const piece = (texts: string[]): Piece => {
    const made: Piece = { readings: [], bad: [], lines: 0 };
    for (const text of texts) {
      lines++;
      const reading = readingOf(text);
      if (typeof reading === "string") made.bad.push({ line: lines, problem: reading });
      else if (reading) made.readings.push(reading);
    }
    return { ...made, lines };
  };
  for await (const chunk of input) {
    const texts = (rest + chunk).split("\n");
    rest = (texts.pop() ?? "").slice(0, MOST_CHARS);
    if (texts.length > 0) yield piece(texts);
  }
  if (rest !== "") yield piece([rest]);
}

/** The reading, null for an empty line, or what is wrong with it. */
function readingOf(text: string): Measured | string | null {
  if (text.trim() === "") return null;
  try {
    const { success, data, error } = MeasuredLine.safeParse(JSON.parse(text));
    if (success) return data;
    return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  } catch {
    return 'not JSON. Write {"stream":"water-level","value":5.6}';
  }
}
