import { createStore } from "zustand/vanilla";
import type { Delta, Snapshot } from "@/lib/contract/live";
import { applyDelta } from "./apply-delta";
import { type CityClock, setClock, stoppedClock } from "./city-clock";
import { type CityState, cityOfSnapshot, emptyCity } from "./city-state";
import { BEHIND_AFTER_MS, type Connection, type LineEvent, nextConnection, QUIET_BEHIND_AFTER_MS } from "./connection";
import { PulseBoard } from "./pulse-board";

export type LiveState = CityState & { clock: CityClock; connection: Connection };

const start: LiveState = {
  ...emptyCity,
  clock: stoppedClock,
  connection: { state: "connecting", since: 0, heardAt: null },
};

/** One city per page. Readings go to `board`, everything else to `liveStore`. */
export const board = new PulseBoard();
export const liveStore = createStore<LiveState>(() => start);

/** Forgets the city, as after signing out. */
export function forgetCity(): void {
  board.reset([]);
  liveStore.setState(start, true);
}

export function takeSnapshot(snapshot: Snapshot, wall: number): void {
  board.reset(snapshot.devices);
  liveStore.setState((state) => ({
    ...cityOfSnapshot(snapshot),
    clock: { city: snapshot.city.now, wall, speed: snapshot.city.speed },
    connection: nextConnection(state.connection, "heard", wall),
  }));
}

export function takeDelta(delta: Delta, wall: number): void {
  // devices first: a value of a device that came in the same delta must find it
  board.apply(delta);
  liveStore.setState((state) => ({
    ...applyDelta(state, delta),
    clock: setClock(state.clock, { city: delta.now, speed: state.clock.speed }, wall),
    connection: nextConnection(state.connection, "heard", wall),
  }));
}

export function lineEvent(event: LineEvent, wall: number): void {
  const { connection: before, health } = liveStore.getState();
  const connection = nextConnection(before, event, wall, health ? BEHIND_AFTER_MS : QUIET_BEHIND_AFTER_MS);
  if (connection !== before) liveStore.setState({ connection });
}
