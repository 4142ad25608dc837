/**
 * An answer that is the same for everybody, kept for `keepMs`: in a disaster the citizens come by the thousand, and the
 * city is asked a few times a second, not once a page. Refusals are not kept.
 */
export function sharedAnswer<T>(keepMs: number, ask: () => Promise<T>, now: () => number): () => Promise<T> {
  let kept: { at: number; answer: Promise<T> } | null = null;
  return () => {
    if (kept && now() - kept.at < keepMs) return kept.answer;
    const mine = { at: now(), answer: ask() };
    kept = mine;
    mine.answer.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.answer;
  };
}
