"use client";

import { useEffect } from "react";
import { type Selection, select, useDesk } from "./desk-store";

const TYPES: readonly Selection["type"][] = ["alert", "incident", "device", "unit", "station", "zone"];

/** `#device=jamsu` as a selection; null for anything else. */
export function selectionOf(hash: string): Selection | null {
  const [name = "", value = ""] = hash.replace(/^#/, "").split("=");
  const type = TYPES.find((it) => it === name);
  try {
    return type && value ? { type, id: decodeURIComponent(value) } : null;
  } catch {
    return null;
  }
}

/** What is selected stands in the address: a reload keeps it, and it can be sent to a colleague. */
export function useSelectionInUrl(): void {
  useEffect(() => {
    const read = () => select(selectionOf(location.hash));
    read();
    addEventListener("hashchange", read);
    const stop = useDesk.subscribe(({ selection }, before) => {
      if (selection === before.selection) return;
      const hash = selection ? `#${selection.type}=${encodeURIComponent(selection.id)}` : "";
      history.replaceState(history.state, "", location.pathname + location.search + hash);
    });
    return () => {
      stop();
      removeEventListener("hashchange", read);
    };
  }, []);
}
