export type Label = { key: string; text: string; x: number; y: number };
export type PlacedLabel = Label & { anchor: "start" | "middle" | "end" };
type Box = { left: number; right: number; top: number; bottom: number };

const SIZE = 11;
const GAP = 3;

/**
 * Names beside marks of half size `half`, where they cover neither a mark nor another name: below, above, right or left.
 * A name that fits nowhere is left out, as is a name said already; the list says them all. Earlier ones choose first.
 */
export function placeLabels(marks: readonly Label[], half: number): PlacedLabel[] {
  const taken: Box[] = marks.map(({ x, y }) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half }));
  const placed: PlacedLabel[] = [];
  for (const mark of marks) {
    if (placed.some(({ text }) => text === mark.text)) continue;
    const free = candidates(mark, half).find(({ box }) => !taken.some((other) => overlap(box, other)));
    if (!free) continue;
    taken.push(free.box);
    placed.push(free.label);
  }
  return placed;
}

function candidates(mark: Label, half: number): { label: PlacedLabel; box: Box }[] {
  const width = widthOf(mark.text);
  const at = (x: number, y: number, anchor: PlacedLabel["anchor"], left: number) => ({
    label: { ...mark, x, y, anchor },
    box: { left, right: left + width, top: y - SIZE + 2, bottom: y + 2 },
  });
  const { x, y } = mark;
  return [
    at(x, y + half + SIZE, "middle", x - width / 2),
    at(x, y - half - GAP, "middle", x - width / 2),
    at(x + half + GAP, y + 4, "start", x + half + GAP),
    at(x - half - GAP, y + 4, "end", x - half - GAP - width),
  ];
}

/** About how wide a bold text is: a Hangul syllable is a square, a Latin letter some half of it. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > "ᄀ" ? SIZE * 0.92 : SIZE * 0.58), 0);
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
