"use client";

import { useStore } from "zustand";
import { type ConsoleState, consoleStore } from "./console-store";

/** A part of what the console looks at. */
export const useConsole = <T>(selector: (state: ConsoleState) => T): T => useStore(consoleStore, selector);
