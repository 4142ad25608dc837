import { cityNow } from "@/components/live/city-clock";
import { goOnInPast, leavePast, presentCity, showPast } from "@/components/live/live-store";
import { screenNow } from "@/components/live/screen-clock";
import { Failure, isFailure } from "@/lib/base/failure";
import { createClient, guardActs } from "@/lib/client/client";
import type { PastDelta } from "@/lib/contract/past";
import { present, usePast } from "./past-store";
import { due, nextWindow } from "./play-window";

const client = createClient("");

/** Silence is of the present. */
const ALLOWED: ReadonlySet<string> = new Set(["muteDesk"]);
const noAct = new Failure("conflict", "The past is shown. Go back to now to do something.");

// beyond what screens offer: whatever is pressed, nothing is sent while the past is shown
guardActs((name) => (usePast.getState().at !== null && !ALLOWED.has(name) ? noAct : null));
const TICK_MS = 100;

/** What was fetched ahead and is not shown yet; `to`: up to where. */
let ahead: { frames: PastDelta[]; to: number } = { frames: [], to: 0 };
let fetching = false;
let timer: ReturnType<typeof setInterval> | undefined;
let tickedAt = 0;
/** A moment that somebody wants while another one is on its way: the last one counts. */
let wanted: number | null = null;

/** The city's clock, whatever is shown, UTC ms. */
export function presentNow(): number {
  return cityNow(presentCity().clock, screenNow());
}

/** Shows the city at `t` (UTC ms), at most now. While one moment is on its way only the last that was asked for follows. */
export async function goTo(t: number): Promise<void> {
  const now = presentNow();
  if (usePast.getState().at === null) usePast.setState({ leftAt: now });
  wanted = Math.round(Math.min(t, now));
  if (usePast.getState().loading) return;
  usePast.setState({ loading: true, failure: null });
  while (wanted !== null) {
    const asked: number = wanted;
    wanted = null;
    await show(asked);
  }
  usePast.setState({ loading: false });
}

async function show(t: number): Promise<void> {
  try {
    const city = await client.call("getCityAt", { query: { t } });
    // somebody went back to the present meanwhile
    if (!usePast.getState().loading) return;
    ahead = { frames: [], to: t };
    showPast(city, screenNow());
    usePast.setState(({ jumps }) => ({ at: t, jumps: jumps + 1, knownFrom: city.knownFrom }));
  } catch (error) {
    wanted = null;
    usePast.setState({ failure: isFailure(error) ? error.code : "internal", playing: false });
  }
}

/** Back to the present, which has gone on. */
export function leave(): void {
  wanted = null;
  stop();
  leavePast();
  usePast.setState(({ speed, reach, jumps }) => ({ ...present, speed, reach, jumps: jumps + 1 }));
}

export function play(): void {
  const { at } = usePast.getState();
  if (at === null) return;
  tickedAt = screenNow();
  ahead = ahead.to >= at ? ahead : { frames: [], to: at };
  clearInterval(timer);
  timer = setInterval(tick, TICK_MS);
  usePast.setState({ playing: true, failure: null });
}

export function stop(): void {
  clearInterval(timer);
  usePast.setState({ playing: false });
}

/** Lets the shown moment run on as far as its readings are here, and never beyond the present. */
function tick(): void {
  const { at, speed, loading } = usePast.getState();
  const wall = screenNow();
  const passed = (wall - tickedAt) * speed;
  tickedAt = wall;
  if (at === null || loading) return;
  const reached = Math.min(at + passed, ahead.to, presentNow());
  const { now, later } = due(ahead.frames, reached);
  ahead.frames = later;
  goOnInPast(now, reached, wall);
  usePast.setState({ at: reached });
  if (reached >= presentNow() - speed * TICK_MS) stop();
  else void fetchAhead(reached);
}

async function fetchAhead(at: number): Promise<void> {
  const window = nextWindow({ at, fetchedTo: ahead.to, speed: usePast.getState().speed, end: presentNow() });
  if (fetching || !window) return;
  fetching = true;
  const { jumps } = usePast.getState();
  try {
    const { to, frames } = await client.call("getCityChanges", { query: window });
    if (usePast.getState().jumps === jumps) ahead = { frames: [...ahead.frames, ...frames], to };
  } catch (error) {
    usePast.setState({ failure: isFailure(error) ? error.code : "internal" });
    stop();
  } finally {
    fetching = false;
  }
}
