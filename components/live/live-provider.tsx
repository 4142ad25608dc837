"use client";

import { type ReactNode, useEffect } from "react";
import { joinLive } from "./open-live";

/** Keeps the line to the city open while any page below is shown; a walk between pages does not end it. */
export function LiveProvider({ children }: { children: ReactNode }) {
  useEffect(joinLive, []);
  return children;
}
