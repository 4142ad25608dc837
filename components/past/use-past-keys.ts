"use client";

import { useEffect } from "react";
import { useSingleKeys } from "@/components/desk/use-desk-keys";
import { type PastCommand, pastCommandOf } from "./past-keys";
import { speeds, usePast } from "./past-store";
import { goTo, leave, play, stop } from "./time-machine";

/** Runs the past with the keyboard while it is shown. A field where people type, and the slider, keep their own keys. */
export function usePastKeys(): void {
  const [single] = useSingleKeys();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = single ? commandFor(event) : null;
      if (!command) return;
      event.preventDefault();
      run(command);
    };
    // before the desk's own keys
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, [single]);
}

function commandFor(event: KeyboardEvent): PastCommand | null {
  if (event.isComposing || event.defaultPrevented || hasOwnKeys(event.target)) return null;
  const command = pastCommandOf(event);
  return command?.type === "play" && isPressed(event.target) ? null : command;
}

function run(command: PastCommand): void {
  const { at, playing, speed } = usePast.getState();
  if (command.type === "leave") leave();
  else if (command.type === "play") (playing ? stop : play)();
  else if (command.type === "step") void goTo((at ?? 0) + command.ms);
  else changeSpeed(speed, command.by);
}

function changeSpeed(speed: number, by: 1 | -1): void {
  const index = (speeds as readonly number[]).indexOf(speed) + by;
  const next = speeds[Math.max(0, Math.min(speeds.length - 1, index))];
  if (next) usePast.setState({ speed: next });
}

/** Where people type or choose, the map (arrows move it), and whatever stands in a window of its own. */
const OWN_KEYS = 'input:not([type="range"]), textarea, select, canvas, [role="tab"], [role="dialog"], [role="menu"]';
const PRESSED = 'button, a, summary, [role="button"]';

const within = (target: EventTarget | null, selector: string): boolean =>
  target instanceof HTMLElement && target.closest(selector) !== null;
const hasOwnKeys = (target: EventTarget | null): boolean => within(target, OWN_KEYS);
/** The space bar is theirs. */
const isPressed = (target: EventTarget | null): boolean => within(target, PRESSED);
