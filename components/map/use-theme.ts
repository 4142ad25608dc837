"use client";

import { useSyncExternalStore } from "react";

export type Theme = "dark" | "light";

function subscribe(told: () => void): () => void {
  const observer = new MutationObserver(told);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

const read = (): Theme => (document.documentElement.dataset.theme === "light" ? "light" : "dark");

/** The theme on the page now: what draws on a canvas cannot follow CSS by itself. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, read, () => "dark");
}
