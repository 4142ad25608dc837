import { expect, it } from "vitest";
import type { Store, Tx } from "../store/open";
import { testStore } from "../store/test-store";
import { verifyAudit, writeAudit } from "./audit";

async function recorded(count: number): Promise<Store> {
  const store = await testStore();
  await store.write(async (tx) => {
    for (let i = 1; i <= count; i++)
      await writeAudit(tx, { at: i, actor: "person:a@b", action: "device.add", subject: `device:${i}`, detail: { i } });
  });
  return store;
}

it("walks an unbroken record, an empty one too", async () => {
  expect(await verifyAudit(await recorded(0))).toEqual({ ok: true, rows: 0, last: "" });
  expect(await verifyAudit(await recorded(5))).toMatchObject({ ok: true, rows: 5 });
});

it("finds the row that was changed, taken out or put in", async () => {
  const tampered: [string, (tx: Tx) => Promise<unknown>, number][] = [
    ["changed", (tx) => tx.audit.update({ where: { id: 3 }, data: { actor: "person:c@d" } }), 3],
    ["its time changed", (tx) => tx.audit.update({ where: { id: 1 }, data: { at: 7n } }), 1],
    ["taken out", (tx) => tx.audit.delete({ where: { id: 2 } }), 3],
    ["put in", (tx) => tx.audit.create({ data: { at: 9n, actor: "x", action: "y", subject: "z", hash: "0" } }), 6],
  ];
  for (const [how, tamper, brokenAt] of tampered) {
    const store = await recorded(5);
    await store.write(tamper);
    expect([how, await verifyAudit(store)]).toEqual([
      how,
      { ok: false, rows: brokenAt - (how === "taken out" ? 2 : 1), brokenAt },
    ]);
  }
});

it("takes the row back with the act that failed", async () => {
  const store = await recorded(1);
  const failed = store.write(async (tx) => {
    await writeAudit(tx, { at: 2, actor: "a", action: "b", subject: "c" });
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  expect(await verifyAudit(store)).toMatchObject({ ok: true, rows: 1 });
});
