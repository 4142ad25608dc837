"use client";

import { useEffect } from "react";
import { create } from "zustand";

const AGAIN_MS = 60_000;

/** A hook for what the city is asked for once for the whole page, and again each minute; null until it is there. */
export function askedAgain<T>(ask: () => Promise<T>): () => T | null {
  const useKept = create<{ answer: T | null; askedAt: number }>(() => ({
    answer: null,
    askedAt: Number.NEGATIVE_INFINITY,
  }));
  const load = async () => {
    const now = performance.now();
    // one question for all who ask in the same moment; a little early is on time for a timer
    if (now - useKept.getState().askedAt < AGAIN_MS - 1000) return;
    useKept.setState({ askedAt: now });
    const answer = await ask().catch(() => null);
    useKept.setState(answer === null ? { askedAt: Number.NEGATIVE_INFINITY } : { answer });
  };
  return () => {
    useEffect(() => {
      void load();
      const timer = setInterval(load, AGAIN_MS);
      return () => clearInterval(timer);
    }, []);
    return useKept((kept) => kept.answer);
  };
}
