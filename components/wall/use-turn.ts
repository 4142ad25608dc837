"use client";

import { useEffect, useState } from "react";

/** How long the wall looks at one thing, ms: long enough to read a line across a room. */
const TURN_MS = 12_000;
const MINUTE_MS = 60_000;

/** Which turn it is, which minute since the wall was hung up, and whether the space bar holds the turn. */
export function useTurn(): { turn: number; minute: number; held: boolean } {
  const [turn, setTurn] = useState(0);
  const [minute, setMinute] = useState(0);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setMinute((n) => n + 1), MINUTE_MS);
    const press = (event: KeyboardEvent) => {
      if (event.key !== " ") return;
      event.preventDefault();
      setHeld((on) => !on);
    };
    addEventListener("keydown", press);
    return () => {
      clearInterval(timer);
      removeEventListener("keydown", press);
    };
  }, []);
  useEffect(() => {
    if (held) return;
    const timer = setInterval(() => setTurn((n) => n + 1), TURN_MS);
    return () => clearInterval(timer);
  }, [held]);
  return { turn, minute, held };
}
