import { type Deadline, nextLateStep, type ResponsePolicy } from "./contract/deadline";
import type { Assignment, AssignmentState, Incident, TimelineEntry } from "./contract/incident";
import { type Step, stepsFrom } from "./dispatch/assignment";
import { incidentsWhere } from "./store/incident/read-incidents";
import type { Store } from "./store/open";
import { listUnits } from "./store/unit/list-units";
import type { Done } from "./test-hands";

/** One line of the report: what was counted, and what of it is wrong. */
export type Finding = { name: string; of: number; faults: string[] };

type Facts = {
  done: Done;
  policy: ResponsePolicy /** Up to then (the city's clock) everything that is due was surely told. */;
  toldUpTo: number;
};

const stepOf: Partial<Record<string, Step>> = {
  accepted: "accept",
  refused: "refuse",
  "en-route": "en-route",
  arrived: "arrive",
  cleared: "clear",
  cancelled: "cancel",
};
const timeOf = {
  requested: "requestedAt",
  accepted: "acceptedAt",
  refused: "refusedAt",
  "en-route": "enRouteAt",
  arrived: "arrivedAt",
  cleared: "clearedAt",
  cancelled: "cancelledAt",
  received: "receivedAt",
  seen: "seenAt",
  "unit-assigned": "unitAt",
} as const;
const states = Object.keys(stepOf);

/** What the people did, held against what is stored: no lost update, legal states, each step, miss and escalation once. */
export async function checkResponses(store: Store, { done, policy, toldUpTo }: Facts): Promise<Finding[]> {
  const incidents = await incidentsWhere(store.reader, {});
  const assignments = incidents.flatMap((incident) =>
    incident.assignments.map((assignment) => ({ assignment, incident })),
  );
  const audit = await store.reader.audit.findMany({ where: { subject: { startsWith: "assignment:" } } });
  const found = findings();
  for (const [key, times] of done.steps) {
    const [id, kind] = key.split(" ");
    const story = assignments.find((it) => it.assignment.id === id);
    const lines = story ? of(story.incident, id ?? "").filter((e) => e.kind === kind).length : 0;
    found.note(
      "acknowledged steps, each on the timeline once",
      lines !== 1 || times !== 1,
      `${key}: ${lines} of ${times}`,
    );
  }
  for (const { assignment, incident } of assignments) {
    const lines = of(incident, assignment.id);
    const rows = audit.filter((row) => row.subject === `assignment:${assignment.id}`).length;
    const whole = rows === lines.length;
    found.note(
      "assignments with a row of the record for each line",
      !whole,
      `${assignment.id}: ${rows} for ${lines.length}`,
    );
    found.note("assignments whose story is a legal one", isIllegal(assignment, lines), assignment.id);
    for (const d of assignment.deadlines) {
      found.note(
        "deadlines missed where due, told once",
        missIsWrong(d, lines, toldUpTo),
        `${assignment.id} ${d.step}`,
      );
      found.note(
        "deadlines escalated where due, each step once",
        lateIsWrong(assignment, d, { lines, policy, toldUpTo }),
        `${assignment.id} ${d.step} ${JSON.stringify(d)}`,
      );
    }
  }
  const open = new Map(assignments.map(({ assignment }) => [assignment.id, assignment]));
  for (const unit of await listUnits(store.reader))
    for (const id of unit.assignmentIds) {
      const assignment = open.get(id);
      found.note(
        "units bound by what is theirs and open",
        assignment?.unitId !== unit.id || stepsFrom(assignment.state).length === 0,
        `${unit.id} ${id}`,
      );
    }
  return found.all();
}

function findings() {
  const byName = new Map<string, Finding>();
  return {
    note(name: string, wrong: boolean, example: string): void {
      const finding = byName.get(name) ?? { name, of: 0, faults: [] };
      finding.of++;
      if (wrong) finding.faults.push(example);
      byName.set(name, finding);
    },
    all: () => [...byName.values()],
  };
}

const of = (incident: Incident, id: string): TimelineEntry[] =>
  incident.timeline.filter((e) => e.detail.assignmentId === id);

/** True where its lines are no way through the states, or not the one that its columns tell. */
function isIllegal(assignment: Assignment, lines: readonly TimelineEntry[]): boolean {
  let state: AssignmentState = "requested";
  for (const { kind } of lines) {
    const step = stepOf[kind];
    if (!step) continue;
    if (!stepsFrom(state).includes(step)) return true;
    state = kind as AssignmentState;
  }
  const marked = Object.keys(timeOf) as (keyof typeof timeOf)[];
  const wrongTime = lines.some((line) => {
    const field = timeOf[line.kind as keyof typeof timeOf];
    return field !== undefined && assignment[field] !== line.at;
  });
  const twice = marked.some((kind) => lines.filter((line) => line.kind === kind).length > 1);
  const lost = states.some(
    (kind) => (assignment[timeOf[kind as keyof typeof timeOf]] !== null) !== lines.some((line) => line.kind === kind),
  );
  return state !== assignment.state || wrongTime || twice || lost;
}

function missIsWrong(d: Deadline, lines: readonly TimelineEntry[], toldUpTo: number): boolean {
  const told = lines.filter((e) => e.kind === "missed" && e.detail.step === d.step).length;
  const over = d.state === "open" ? d.dueAt <= toldUpTo : d.dueAt <= (d.endedAt ?? 0);
  const early = d.missedAt !== null && d.missedAt < d.dueAt;
  return early || told !== (d.missedAt === null ? 0 : 1) || (over && d.missedAt === null);
}

type LateFacts = { lines: readonly TimelineEntry[]; policy: ResponsePolicy; toldUpTo: number };

function lateIsWrong(assignment: Assignment, d: Deadline, { lines, policy, toldUpTo }: LateFacts): boolean {
  const told = lines.filter((e) => e.kind === "escalated" && e.detail.step === d.step).length;
  const order = d.escalations.some((e, i) => e.step !== i || e.at < e.dueAt);
  const counts = assignment.deadlines.find((it) => it.state === "open") === d;
  const next = counts ? nextLateStep(d, policy) : null;
  const forgotten = next !== null && d.dueAt <= toldUpTo && next.dueAt <= toldUpTo;
  return order || told !== d.escalations.length || forgotten;
}
