import { expect, test } from "vitest";
import type { Deadline } from "@/lib/contract/deadline";
import type { Assignment } from "@/lib/contract/incident";
import { testAssignment } from "@/lib/contract/test-assignment";
import { requestSteps } from "./request-steps";

const asked = { id: "a", incidentId: "i", agencyId: "police", state: "accepted" as const };
const times = { requestedAt: 1000, requestedBy: "Kim", receivedAt: 1500, acceptedAt: 5000, acceptedBy: "Lee" };
const deadline = (step: Deadline["step"], dueAt: number, more: Partial<Deadline> = {}): Deadline => ({
  ...{ step, dueAt, level: 3, state: "open", endedAt: null, missedAt: null, escalations: [] },
  ...more,
});
const with_ = (more: Partial<Assignment>) => testAssignment({ ...asked, ...times, ...more });

test("each step has its delay against its deadline; what never came is there, and how long it is owed", () => {
  const deadlines = [deadline("received", 2000), deadline("answered", 4000), deadline("arrived", 6000)];
  const steps = requestSteps(with_({ deadlines }), 10_000);
  expect(steps.map((s) => [s.step, s.at, s.tookMs, s.lateMs])).toEqual([
    ["requested", 1000, null, null],
    ["received", 1500, 500, null],
    ["accepted", 5000, 4000, 1000],
    ["unit", null, null, null],
    ["en-route", null, null, null],
    ["arrived", null, null, 4000],
    ["cleared", null, null, null],
  ]);
});

test("a refusal is an answer, and nobody waits for what was dropped in time", () => {
  const dropped = { state: "dropped" as const, endedAt: 3000 };
  const deadlines = [deadline("answered", 4000), deadline("arrived", 6000, dropped)];
  const steps = requestSteps(with_({ state: "refused", acceptedAt: null, refusedAt: 3000, deadlines }), 99_000);
  expect(steps.find((s) => s.step === "refused")).toMatchObject({ at: 3000, dueAt: 4000, lateMs: null });
  expect(steps.some((s) => s.step === "accepted")).toBe(false);
  expect(steps.map((s) => s.step)).toEqual(["requested", "received", "refused"]);
});
