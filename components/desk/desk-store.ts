import { create } from "zustand";
import type { Picked } from "@/components/map/map-picking";

export type Selection = Picked | { type: "zone"; id: string };

export type DeskState = {
  selection: Selection | null;
  /** Alerts ticked for one incident. */
  checked: ReadonlySet<string>;
  /** The queue as it stands on the screen: what "next" walks along. */
  order: readonly string[];
  /** Which list stands on the left. */
  list: "alerts" | "incidents";
  palette: boolean;
  help: boolean;
  /** What was just done, for a screen reader. */
  said: string;
  /** Wall time until which the queue holds still, because the keys were just used. */
  holdUntil: number;
};

export const useDesk = create<DeskState>(() => ({
  selection: null,
  checked: new Set(),
  order: [],
  list: "alerts",
  palette: false,
  help: false,
  said: "",
  holdUntil: 0,
}));

export function select(selection: Selection | null): void {
  useDesk.setState({ selection });
}

export function check(id: string, on: boolean): void {
  useDesk.setState(({ checked }) => {
    const next = new Set(checked);
    if (on) next.add(id);
    else next.delete(id);
    return { checked: next };
  });
}

export function uncheckAll(): void {
  useDesk.setState({ checked: new Set() });
}
