import { expect, test } from "vitest";
import type { Alert } from "@/lib/contract/alert";
import { nextUnseen } from "./next-unseen";

const alerts = new Map(
  Object.entries({ a: "raised", b: "acknowledged", c: "raised", d: "cleared" }).map(([id, state]) => [
    id,
    { id, state } as Alert,
  ]),
);

test("walks down, then around, past what is seen or over", () => {
  const order = ["a", "b", "c", "d"];
  expect(nextUnseen(order, alerts, "a")).toBe("c");
  expect(nextUnseen(order, alerts, "c")).toBe("a");
  expect(nextUnseen(order, alerts, null)).toBe("a");
  expect(nextUnseen(["b", "d"], alerts, null)).toBeNull();
  expect(nextUnseen(["a"], alerts, "a")).toBeNull();
});
