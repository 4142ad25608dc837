/** A number in [0, 1) that is always the same for the same words: the dice of the demo city. */
export function chanceOf(...words: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of words.join("\u0000")) {
    hash ^= char.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  // FNV alone leaves near words near each other: two rounds of mixing spread them
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
