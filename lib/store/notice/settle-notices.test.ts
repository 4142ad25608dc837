import { expect, test } from "vitest";
import { Prisma } from "../generated/client";
import { testStore } from "../test-store";
import { type Mark, settleSql } from "./settle-notices";

const mark: Mark = {
  seq: 1,
  state: "delivered",
  attempts: 1,
  refusals: 0,
  firstTriedAt: 1,
  nextAttemptAt: null,
  deliveredAt: 1,
  lastError: null,
};

test("a try is written down at the same cost however much waits: its notice is found by its number", async () => {
  const store = await testStore();
  const plan = await store.reader.$queryRaw<{ detail: string }[]>(Prisma.sql`EXPLAIN QUERY PLAN ${settleSql([mark])}`);
  const steps = plan.map(({ detail }) => detail);
  expect(steps).toContainEqual(expect.stringContaining("SEARCH Notice USING INTEGER PRIMARY KEY"));
  expect(steps.join()).not.toContain("state=");
});
