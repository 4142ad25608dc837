import { Failure, isFailure } from "./base/failure";
import type { Client } from "./client/client";
import { type Assignment, type Incident, nextSteps } from "./contract/incident";

/** What the city has acknowledged: `assignment kind`, the kind as the timeline names it. */
export type Done = {
  steps: Map<string, number>;
  refused: Map<string, number>;
  /** Calls of which nobody knows whether they were done. */
  unanswered: number;
  faults: string[];
};

export const nothingDone = (): Done => ({ steps: new Map(), refused: new Map(), unanswered: 0, faults: [] });

type Hand = { api: Client; agencyId: string | null; random: () => number; done: Done; incidents: readonly string[] };

/** As in life: somebody was faster, it is not theirs, or the city asks for time. */
const USUAL = new Set(["conflict", "not-found", "too-many", "busy"]);

/**
 * One act of one person at the desk (`agencyId` null) or in an agency, at one of the incidents: what it looks at may be old by the
 * time it acts, so it often comes too late, and is told so.
 */
export async function actOnce(hand: Hand): Promise<void> {
  const { api, random, done, incidents } = hand;
  const id = pick(incidents, random);
  try {
    const incident = await api.call("getIncident", { params: { id } });
    await (hand.agencyId === null ? deskActs(hand, incident) : agencyActs(hand, incident));
  } catch (error) {
    await note(done, error);
  }
}

async function note(done: Done, error: unknown): Promise<void> {
  // a line that breaks in the middle of an answer is no Failure
  if (!isFailure(error) || error.code === "unreachable") {
    done.unanswered++;
    return;
  }
  if (USUAL.has(error.code)) done.refused.set(error.code, (done.refused.get(error.code) ?? 0) + 1);
  else done.faults.push(`${error.code}: ${error.message}`);
  if (error.code === "too-many") await rest(500);
}

async function deskActs({ api, random, done }: Hand, incident: Incident): Promise<void> {
  const params = { id: incident.id };
  const dice = random();
  const cancellable = incident.assignments.filter((a) => ["requested", "accepted", "en-route"].includes(a.state));
  if (dice < 0.2 && cancellable.length > 0) {
    const { id } = pick(cancellable, random);
    return acknowledged(
      done,
      await api.call("cancelAssignment", { params: { id }, body: { reason: "not needed" } }),
      "cancelled",
    );
  }
  if (dice < 0.3) {
    await api.call("messageIncident", { params, body: { text: "how far are you" } });
    return;
  }
  const agencyId = random() < 0.5 ? "police" : "fire";
  const unitId = random() < 0.4 ? `${agencyId}-${1 + Math.floor(random() * 2)}` : null;
  acknowledged(done, await api.call("requestAssignment", { params, body: { agencyId, unitId } }), "requested");
}

async function agencyActs({ api, agencyId, random, done }: Hand, incident: Incident): Promise<void> {
  const own = incident.assignments.filter((a) => a.agencyId === agencyId && nextSteps[a.state].length > 0);
  if (own.length === 0) return;
  const before = pick(own, random);
  const params = { id: before.id };
  const dice = random();
  if (dice < 0.2) {
    await api.call("receiveAssignment", { params, body: { by: random() < 0.5 ? "console" : "person" } });
    return;
  }
  const unitId = `${agencyId}-${1 + Math.floor(random() * 2)}`;
  if (dice < 0.3 && before.state !== "requested" && before.unitId === null) {
    acknowledged(done, await api.call("assignUnit", { params, body: { unitId } }), "unit-assigned");
    return;
  }
  const step = pick(nextSteps[before.state], random);
  const given =
    step === "refuse"
      ? { reason: "no crew" }
      : step === "accept" && before.unitId === null && random() < 0.5
        ? { unitId }
        : {};
  const after = await api.call("stepAssignment", { params: { ...params, step }, body: given });
  acknowledged(done, after, after.state);
}

function acknowledged(done: Done, { id }: Assignment, kind: string): void {
  const key = `${id} ${kind}`;
  done.steps.set(key, (done.steps.get(key) ?? 0) + 1);
}

function pick<T>(list: readonly T[], random: () => number): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Failure("internal", "There is nothing to choose from.");
  return one;
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
