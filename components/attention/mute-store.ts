import { create } from "zustand";
import { isMuted, type Mute } from "./alarm";

const STORED = "haechi.desk.mute";

function read(): Mute | null {
  try {
    const { until } = JSON.parse(localStorage.getItem(STORED) ?? "{}") as Partial<Mute>;
    return typeof until === "number" && isMuted({ until }, Date.now()) ? { until } : null;
  } catch {
    return null;
  }
}

/** Whether this browser is muted: a reload neither ends a mute nor makes it longer. */
export const useMute = create<{ mute: Mute | null }>(() => ({ mute: null }));

export const loadMute = (): void => useMute.setState({ mute: read() });

export function setMute(mute: Mute | null): void {
  if (mute) localStorage.setItem(STORED, JSON.stringify(mute));
  else localStorage.removeItem(STORED);
  useMute.setState({ mute });
}
