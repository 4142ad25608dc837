"use client";

import type { ReactNode } from "react";
import { useHydrated } from "./use-hydrated";

/**
 * Around what works by script alone: none of its buttons and boxes can be used before the script hears them, so that no
 * click and no typed word is lost on a slow machine. Takes no place in the layout and says nothing to ears.
 */
export function Operable({ children }: { children: ReactNode }) {
  return (
    <fieldset role="none" disabled={!useHydrated()} className="contents">
      {children}
    </fieldset>
  );
}
