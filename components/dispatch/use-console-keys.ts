"use client";

import { useEffect, useRef } from "react";
import { useSingleKeys } from "@/components/desk/use-desk-keys";

/** What to do for a key; undefined where it belongs to somebody else. */
export type KeyHandler = (key: string) => (() => void) | undefined;

/** Hears keys while the page is shown: not while somebody types or a window is open. Escape also with one-key shortcuts off. */
export function useConsoleKeys(handler: KeyHandler): void {
  const [single] = useSingleKeys();
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isCovered() || isTyping(event.target)) return;
      const act = single || event.key === "Escape" ? latest.current(event.key) : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [single]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const isCovered = (): boolean => document.querySelector('[role="dialog"][data-state="open"], [role="menu"]') !== null;
