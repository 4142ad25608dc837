// A process of its own: the screens. All count what they hear; two make a whole screen of it, and one of these can stop reading.
import type { Delta } from "../../lib/contract/live";
import { answer } from "./ask";
import { Histogram } from "./histogram";
import { contentOf, type Heard, Screen } from "./screen";
import { WholeScreen } from "./whole-screen";

/** Times of the values in the last deltas, by cursor: the same bytes need not be parsed two hundred times. */
const times = new Map<string, number[]>();
const KEPT = 5000;

const took = new Histogram();
const screens: Screen[] = [];
const counted = { deltas: 0, snapshots: 0, bytes: 0, values: 0, gaps: 0 };
const numbers = new Map<Screen, number>();
const whole = new Map<Screen, WholeScreen>();
let arrived: (() => void) | null = null;

function timesOf(heard: Heard): number[] {
  const known = times.get(heard.cursor);
  if (known) return known;
  const ats = ((contentOf(heard) as Delta).values ?? []).map(([, , at]) => at);
  times.set(heard.cursor, ats);
  if (times.size > KEPT) times.delete(times.keys().next().value ?? "");
  return ats;
}

function hear(screen: Screen, heard: Heard): void {
  whole.get(screen)?.hear(heard);
  counted.bytes += heard.data.length;
  const number = Number(heard.cursor.slice(heard.cursor.lastIndexOf(".") + 1));
  const before = numbers.get(screen);
  numbers.set(screen, number);
  if (heard.event === "snapshot") {
    counted.snapshots++;
    arrived?.();
    return;
  }
  counted.deltas++;
  if (before !== undefined && number !== before + 1) counted.gaps++;
  // who stands still or catches up tells nothing of the others
  if (stalled.has(screen)) return;
  const now = Date.now();
  for (const at of timesOf(heard)) took.add(now - at);
}
const stalled = new Set<Screen>();

/** Resolves when so many snapshots have come; gives how long that took, ms. */
async function snapshots(wanted: number, begin: () => void): Promise<number> {
  const began = performance.now();
  const until = counted.snapshots + wanted;
  const all = new Promise<void>((resolve) => {
    arrived = () => {
      if (counted.snapshots >= until) resolve();
    };
  });
  begin();
  await all;
  arrived = null;
  return performance.now() - began;
}

const verbs = {
  /** So many screens more, each with one of the cookies; gives ms until all have their snapshot. */
  open: ({ url, cookies, count, bare }: { url: string; cookies: string[]; count: number; bare?: boolean }) =>
    snapshots(count, () => {
      for (let i = 0; i < count; i++) {
        const screen = new Screen(url, cookies[i % cookies.length] ?? "", hear);
        if (whole.size < 2 && !bare) whole.set(screen, new WholeScreen());
        screens.push(screen);
      }
    }),
  /** All come back as after a restart of the city, with cursors that it does not know; gives ms until all have their snapshot. */
  restart: () =>
    snapshots(screens.length, () => {
      for (const screen of screens) {
        numbers.delete(screen);
        screen.comeBack("another.start.1");
      }
    }),
  /** The second whole screen stops reading its socket. */
  stall: () => {
    const screen = [...whole.keys()][1];
    if (!screen) return;
    stalled.add(screen);
    screen.socket.pause();
  },
  /** It reads again. */
  read: () => {
    const [screen] = stalled;
    screen?.socket.resume();
  },
  /** Whether what stands on the screen that stood still is what stands on the one that never did. */
  compare: () => {
    const [one, other] = [...whole.values()].map((it) => it.seen());
    const [, slow] = [...whole.keys()];
    return {
      same: one === other,
      bytes: one?.length ?? 0,
      closed: slow?.closed ?? 0,
      snapshots: slow ? (whole.get(slow)?.snapshots ?? 0) : 0,
    };
  },
  /** What was heard since the last time it was asked; times from a reading's own time to a screen, ms. */
  figures: () => {
    const figures = {
      ...counted,
      values: took.count,
      p50: took.quantile(0.5),
      p99: took.quantile(0.99),
      max: took.quantile(1 - 1e-9),
    };
    Object.assign(counted, { deltas: 0, bytes: 0, gaps: 0 });
    took.clear();
    return figures;
  },
  leave: () => {
    for (const screen of screens.splice(0)) screen.leave();
    whole.clear();
    numbers.clear();
    stalled.clear();
  },
};
export type ScreensVerbs = typeof verbs;
answer(verbs);
