import { expect, test } from "vitest";
import type { Alert } from "@/lib/contract/alert";
import { worstPerDevice } from "./worst-per-device";

const alert = (id: string, deviceId: string, level: 1 | 2 | 3 | 4, state: Alert["state"]) =>
  ({ id, deviceId, level, state }) as Alert;

test("the worst standing alert stands for its device, an unseen one before a seen one", () => {
  const worst = worstPerDevice([
    alert("1", "a", 2, "raised"),
    alert("2", "a", 4, "cleared"),
    alert("3", "a", 3, "acknowledged"),
    alert("4", "b", 2, "acknowledged"),
    alert("5", "b", 2, "raised"),
    alert("6", "c", 4, "cleared"),
  ]);
  expect(worst.map((it) => it.id)).toEqual(["3", "5"]);
});
