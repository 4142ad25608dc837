"use client";
import { useState } from "react";

/** How often somebody tried to save: a form tells no faults before the first time, and all of them, as they are typed, after. */
export function useAttempts() {
  const [attempt, setAttempt] = useState(0);
  return { attempt, tried: () => setAttempt((n) => n + 1), forget: () => setAttempt(0) };
}
