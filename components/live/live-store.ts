import { createStore } from "zustand/vanilla";
import type { Delta, Snapshot } from "@/lib/contract/live";
import type { PastDelta } from "@/lib/contract/past";
import { asDelta } from "../past/past-frame";
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

/** The present while the screen shows the past: it goes on, and is not shown. Null while what is shown is the present. */
type Present = LiveState & { board: PulseBoard };
export const presentStore = createStore<{ present: Present | null }>(() => ({ present: null }));

/** The city as it is now, whatever is shown. */
export function presentCity(): LiveState {
  return presentStore.getState().present ?? liveStore.getState();
}

/** Forgets the city, as after signing out. */
export function forgetCity(): void {
  presentStore.setState({ present: null });
  board.reset([]);
  liveStore.setState(start, true);
}

export function takeSnapshot(snapshot: Snapshot, wall: number): void {
  const { board: told, state } = now();
  told.reset(snapshot.devices);
  show({
    ...cityOfSnapshot(snapshot),
    clock: { city: snapshot.city.now, wall, speed: snapshot.city.speed },
    connection: nextConnection(state.connection, "heard", wall),
  });
}

export function takeDelta(delta: Delta, wall: number): void {
  const { board: told, state } = now();
  // devices first: a value of a device that came in the same delta must find it
  told.apply(delta);
  show({
    ...applyDelta(state, delta),
    clock: setClock(state.clock, { city: delta.now, speed: state.clock.speed }, wall),
    connection: nextConnection(state.connection, "heard", wall),
  });
}

export function lineEvent(event: LineEvent, wall: number): void {
  const { state } = now();
  const patience = state.health ? BEHIND_AFTER_MS : QUIET_BEHIND_AFTER_MS;
  const connection = nextConnection(state.connection, event, wall, patience);
  if (connection !== state.connection) show({ ...state, connection });
}

function now(): { board: PulseBoard; state: LiveState } {
  const { present } = presentStore.getState();
  return present ? { board: present.board, state: present } : { board, state: liveStore.getState() };
}

/** Takes what the city is now: it is shown, or kept while the past is shown. How the line does is of the present always. */
function show(state: LiveState): void {
  const { present } = presentStore.getState();
  if (!present) return void liveStore.setState(state);
  presentStore.setState({ present: { ...state, board: present.board } });
  if (state.connection !== liveStore.getState().connection) liveStore.setState({ connection: state.connection });
}

/** Shows the city at a past moment, `wall` being the screen's time. Nobody acts there: it knows no one. */
export function showPast(city: Snapshot, wall: number): void {
  const shown = liveStore.getState();
  if (!presentStore.getState().present) {
    const copy = new PulseBoard();
    copy.become(board);
    presentStore.setState({ present: { ...shown, board: copy } });
  }
  board.reset(city.devices);
  liveStore.setState({
    ...cityOfSnapshot(city),
    // a city is known; nobody resumes from here
    cursor: "past",
    clock: { city: city.city.now, wall, speed: 0 },
    connection: shown.connection,
  });
}

/** What happened then, in its order, and the moment that is reached. Nothing where the present is shown again meanwhile. */
export function goOnInPast(frames: readonly PastDelta[], at: number, wall: number): void {
  if (!presentStore.getState().present) return;
  const deltas = frames.map((frame) => {
    // one by one: each counts on what the one before has left
    const delta = asDelta(frame, board);
    board.apply(delta);
    return delta;
  });
  liveStore.setState((state) => ({
    ...deltas.reduce(applyDelta, state as CityState),
    cursor: state.cursor,
    clock: { city: at, wall, speed: 0 },
  }));
}

/** Shows the present again. */
export function leavePast(): void {
  const { present } = presentStore.getState();
  if (!present) return;
  presentStore.setState({ present: null });
  const { board: told, ...state } = present;
  board.become(told);
  liveStore.setState(state, true);
}
