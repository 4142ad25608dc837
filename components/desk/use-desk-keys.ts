"use client";

import { useEffect, useRef } from "react";
import { rememberedSwitch } from "@/components/ui/remembered-switch";
import { commandOf, type DeskCommand } from "./desk-keys";

/** Whether one-key shortcuts are on, and the switch for it; remembered by this browser. */
export const useSingleKeys = rememberedSwitch("haechi.desk.keys");

/** Runs `run` for each command that the keyboard asks for while the page is shown. */
export function useDeskKeys(run: (command: DeskCommand) => void): void {
  const [single] = useSingleKeys();
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const command = commandOf({ ...keysOf(event), typing: isTyping(event.target), covered: isCovered() }, single);
      if (!command) return;
      if (command !== "close") event.preventDefault();
      latest.current(command);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [single]);
}

const keysOf = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => ({ key, ctrlKey, metaKey, altKey });

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const isCovered = (): boolean => document.querySelector('[role="dialog"][data-state="open"], [role="menu"]') !== null;
