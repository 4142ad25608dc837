/** A polygon's outer ring as [lon, lat], closed, as GeoJSON has it. */
export type Ring = [number, number][];

export type RingFault = { code: "too-few" | "not-a-pair" | "out-of-world" | "crosses"; line?: number };

const PAIR = /^\s*([+-]?\d+(?:\.\d+)?)\s*[,\s]\s*([+-]?\d+(?:\.\d+)?)\s*$/;
// five digits after the point are about one metre
const DIGITS = 6;

/** "lat, lon" per line, as maps and people write it; the closing pair is left out. */
export function textOfRing(ring: Ring): string {
  return openRing(ring)
    .map(([lon, lat]) => `${round(lat)}, ${round(lon)}`)
    .join("\n");
}

/** The ring that the text draws, or what is wrong with which line (counted from 1). */
export function ringOfText(text: string): Ring | RingFault {
  const open: Ring = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim()) continue;
    const [, lat, lon] = PAIR.exec(line) ?? [];
    if (lat === undefined || lon === undefined) return { code: "not-a-pair", line: index + 1 };
    if (Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180) return { code: "out-of-world", line: index + 1 };
    open.push([Number(lon), Number(lat)]);
  }
  return closeRing(open);
}

/** The same ring with its first corner repeated at the end, or why it is no area. */
export function closeRing(corners: Ring): Ring | RingFault {
  const open = openRing(corners);
  const [first] = open;
  if (!first || new Set(open.map(String)).size < 3) return { code: "too-few" };
  if (crossesItself(open)) return { code: "crosses" };
  return [...open, first];
}

export function isRing(answer: Ring | RingFault): answer is Ring {
  return Array.isArray(answer);
}

function openRing(ring: Ring): Ring {
  const [first] = ring;
  const last = ring.at(-1);
  const closed = first && last && ring.length > 1 && first[0] === last[0] && first[1] === last[1];
  return closed ? ring.slice(0, -1) : ring;
}

/** Whether any two sides that are not neighbours cut each other. */
function crossesItself(open: Ring): boolean {
  const side = (i: number) => [open[i % open.length], open[(i + 1) % open.length]] as const;
  for (let i = 0; i < open.length; i++) {
    for (let j = i + 2; j < open.length; j++) {
      if (i === 0 && j === open.length - 1) continue;
      if (cuts(...side(i), ...side(j))) return true;
    }
  }
  return false;
}

type Corner = [number, number] | undefined;

function cuts(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  if (!a || !b || !c || !d) return false;
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function turn(a: [number, number], b: [number, number], c: [number, number]): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

const round = (degrees: number) => Number(degrees.toFixed(DIGITS));
