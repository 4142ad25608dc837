import { expect, test } from "vitest";
import type { Alert } from "@/lib/contract/alert";
import { newInPresent } from "./new-in-present";

const alert = (id: string, more: Partial<Alert>): Alert =>
  ({ id, state: "raised", level: 3, recordedAt: 100, ...more }) as Alert;

test("what was raised or rose since, is serious and was seen by nobody breaks into the past, the worst first", () => {
  const alerts = [
    alert("before", { recordedAt: 40 }),
    alert("serious", {}),
    alert("gravest", { level: 4 }),
    alert("slight", { level: 2 }),
    alert("seen", { state: "acknowledged" }),
    alert("over", { state: "cleared" }),
    alert("rose", { recordedAt: 40, levels: [{ at: 120, from: 2, level: 3, value: 1 }] }),
    alert("fell", { recordedAt: 40, levels: [{ at: 120, from: 4, level: 3, value: 1 }] }),
  ];
  expect(newInPresent(alerts, 50).map((it) => it.id)).toEqual(["gravest", "rose", "serious"]);
});
