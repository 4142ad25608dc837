import { Failure } from "../base/failure";
import type { ViewEnd } from "../contract/camera";
import type { AssignmentState } from "../contract/incident";
import { isOpen } from "./assignment";

/** What a look at a camera rests on, at one instant. */
export type ViewFacts = {
  now: number;
  until: number;
  /** null: an operator, who works on every incident. */
  agencyId: string | null;
  /** null: there is no such incident. */
  incident: { open: boolean; asked: readonly AssignmentState[] } | null;
  cameraInService: boolean;
  /** The session in which it was asked for still stands. */
  signedIn: boolean;
  /** No screen asks for it any more. */
  left: boolean;
  /** The person may look at cameras at all, and is of the agency for which they looked. */
  mayLook: boolean;
};

/** Why a view must end now, or null while it may go on. The same question when it is asked for and at every picture. */
export function viewEnd(facts: ViewFacts): ViewEnd | null {
  const { incident } = facts;
  if (!facts.signedIn) return "signed-out";
  if (!facts.mayLook) return "lost-rights";
  if (facts.agencyId !== null && !incident?.asked.some(isOpen))
    return incident?.open === false && incident.asked.length > 0 ? "incident-closed" : "assignment-ended";
  if (!incident?.open) return "incident-closed";
  if (!facts.cameraInService) return "camera-gone";
  if (facts.left) return "left";
  return facts.now >= facts.until ? "ran-out" : null;
}

/** `no-look`: there is none under this name: an address was guessed. */
type NoLook = ViewEnd | "no-look";

const sentences: Record<NoLook, string> = {
  "no-look": "There is no such look. Look at the camera from its incident, with a purpose.",
  "closed-by-viewer": "You have ended this look. Look again, with a purpose.",
  left: "Nobody looked at this picture for a while, so the look is over. Look again, with a purpose.",
  "ran-out": "The time of this look is over. Look again, with a purpose.",
  "incident-closed": "A camera is seen for an open incident only, and this one is not open.",
  "assignment-ended": "A camera is seen by who works on its incident. Your agency is not on this one, or not any more.",
  "signed-out": "This look belongs to another sign-in. Look again, with a purpose.",
  "lost-rights": "Your role may not look at cameras. Ask the city's admin.",
  "camera-gone": "This camera is not in service, or no picture is connected. Choose another one.",
};

/** The refusal that goes with an end; its detail names the end. */
export function noLook(end: NoLook): Failure {
  return new Failure("forbidden", sentences[end], { end });
}
