import type { Concern, Health } from "../contract/city";
import type { Storage } from "../contract/storage";
import { type Look, lowBytes } from "../store/look";

export type HealthFacts = {
  storage: Storage;
  /** The last commit failed for a reason that is not the disk's. */
  faulty: boolean;
  /** What the last look at the disk saw. */
  look: Look | null;
  /** Milliseconds since the last commit that took over SLOW_COMMIT_MS (lib/store/commit-times). */
  sinceSlowMs: number;
  logHeld: boolean;
  queueFull: boolean;
} & Omit<Health, "status" | "database" | "storage" | "concerns">;

const SLOW_REMEMBERED_MS = 60_000;

/** The city's health as it is this instant, from what is counted and seen. */
export function healthOf(facts: HealthFacts): Health {
  const { storage, faulty, look: _look, sinceSlowMs: _slow, logHeld: _held, queueFull: _full, ...counted } = facts;
  const concerns = concernsOf(facts);
  return {
    status: concerns.length > 0 ? "degraded" : "ok",
    database: storage.state !== "ok" || faulty ? "unavailable" : "ok",
    storage,
    concerns,
    ...counted,
  };
}

function concernsOf({ storage, faulty, look, sinceSlowMs, logHeld, queueFull }: HealthFacts): Concern[] {
  const asked: [Concern, boolean][] = [
    ["storage", storage.state !== "ok"],
    ["commit", faulty && storage.state === "ok"],
    ["queue", queueFull],
    ["slow-disk", sinceSlowMs < SLOW_REMEMBERED_MS],
    ["low-disk", look !== null && look.freeBytes < lowBytes(look)],
    ["log-held", logHeld],
  ];
  return asked.filter(([, is]) => is).map(([concern]) => concern);
}
