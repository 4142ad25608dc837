"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";

/** A pointer that has not moved for this long is parked, not a hand: it must not keep a list old for hours. */
const PARKED_MS = 30_000;

/** Whether a hand is on something: a pointer that moves over it, or the focus inside. `near` goes onto the element. */
export function useHand() {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const parked = useRef<ReturnType<typeof setTimeout>>(undefined);
  const leave = useCallback(() => {
    clearTimeout(parked.current);
    setPointer(false);
  }, []);
  const move = useCallback(() => {
    setPointer(true);
    clearTimeout(parked.current);
    parked.current = setTimeout(() => setPointer(false), PARKED_MS);
  }, []);
  useEffect(() => leave, [leave]);
  const near = useMemo(
    () => ({
      onPointerEnter: move,
      onPointerMove: move,
      onPointerLeave: leave,
      onFocus: () => setFocus(true),
      onBlur: () => setFocus(false),
    }),
    [move, leave],
  );
  return { held: pointer || focus, near };
}
