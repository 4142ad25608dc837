// without what is mistaken for another letter on paper
const LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const GROUPS = 4;
const GROUP_LETTERS = 4;

/** A password of 16 letters (about 92 bits) in groups that can be read aloud. `random` gives bytes. */
export function makePassword(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const letters: string[] = [];
  while (letters.length < GROUPS * GROUP_LETTERS) {
    for (const byte of random(new Uint8Array(32))) {
      // a byte beyond the last whole round would make the first letters likelier
      if (byte < 256 - (256 % LETTERS.length) && letters.length < GROUPS * GROUP_LETTERS)
        letters.push(LETTERS[byte % LETTERS.length] ?? "");
    }
  }
  return Array.from({ length: GROUPS }, (_, i) =>
    letters.slice(i * GROUP_LETTERS, (i + 1) * GROUP_LETTERS).join(""),
  ).join("-");
}
