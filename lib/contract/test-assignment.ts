import type { Assignment } from "./incident";

/** A request to the police that nobody has answered, for tests; `more` says what is different. */
export function testAssignment(more: Partial<Assignment> = {}): Assignment {
  return {
    id: "a1",
    incidentId: "i1",
    agencyId: "police",
    unitId: null,
    state: "requested",
    note: null,
    code: null,
    reason: null,
    requestedAt: 0,
    requestedBy: "operator",
    ...never,
    deadlines: [],
    ...more,
  };
}

const never = {
  receivedAt: null,
  receivedBy: null,
  seenAt: null,
  seenBy: null,
  acceptedAt: null,
  acceptedBy: null,
  refusedAt: null,
  refusedBy: null,
  unitAt: null,
  unitBy: null,
  enRouteAt: null,
  enRouteBy: null,
  arrivedAt: null,
  arrivedBy: null,
  farM: null,
  clearedAt: null,
  clearedBy: null,
  cancelledAt: null,
  cancelledBy: null,
};
