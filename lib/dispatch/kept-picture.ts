import { DAY } from "../base/clock";
import { Failure } from "../base/failure";
import type { NoKept } from "../contract/kept-picture";
import { type ViewFacts, viewEnd } from "./camera-view";

/** PIPA §25 gives no number; public policies keep 30 days, and so does a camera whose admin has said nothing. */
export const RETENTION_DAYS = 30;

/** When a picture of `at` (UTC ms) must be gone. */
export function expiryOf(at: number, retentionDays = RETENTION_DAYS): number {
  return at + retentionDays * DAY;
}

/** What a look at a kept picture rests on, at one instant. */
export type KeptFacts = Pick<ViewFacts, "now" | "agencyId" | "incident" | "mayLook"> & {
  expiresAt: number;
  /** Who answers what people ask about pictures of themselves; sees one for a reason only. */
  officer: boolean;
  reason: string;
};

/** Why a kept picture is not shown now, or null. Who works on its incident sees it while that is open; the officer for a stated reason. */
export function keptRefusal({ expiresAt, officer, reason, ...facts }: KeptFacts): NoKept | null {
  if (facts.now >= expiresAt) return "gone";
  if (officer) return reason.trim() === "" ? "no-reason" : null;
  const end = viewEnd({ ...facts, until: expiresAt, left: false, cameraInService: true, signedIn: true });
  if (end === null || end === "incident-closed" || end === "assignment-ended") return end;
  return "lost-rights";
}

const sentences: Record<NoKept, string> = {
  gone: "This picture is not kept any more.",
  "incident-closed":
    "A kept picture is seen while its incident is open. Now the city's privacy officer sees it, for a reason.",
  "assignment-ended":
    "A kept picture is seen by who works on its incident. Your agency is not on this one, or not any more.",
  "lost-rights": "Your role may not look at kept pictures. Ask the city's admin.",
  "no-reason": "Say why you look at this picture: the reason is recorded.",
};

/** The refusal that goes with it; its detail names why. */
export function noKept(end: NoKept): Failure {
  return new Failure(end === "gone" ? "not-found" : end === "no-reason" ? "invalid" : "forbidden", sentences[end], {
    end,
  });
}
