import { expect, it } from "vitest";
import { testStore } from "./test-store";

const zone = (id: string) => ({ id, purpose: "street", nameKo: id, nameEn: id });

it("keeps all of a write or none of it", async () => {
  const store = await testStore();
  const broken = store.write(async (tx) => {
    await tx.zone.create({ data: zone("a") });
    throw new Error("changed my mind");
  });
  await expect(broken).rejects.toThrow("changed my mind");
  expect(await store.reader.zone.count()).toBe(0);
});

it("lets writers in one after the other, so none sees another's half", async () => {
  const store = await testStore();
  const seen = await Promise.all(
    [1, 2, 3, 4, 5].map((n) =>
      store.write(async (tx) => {
        const before = await tx.zone.count();
        await tx.zone.create({ data: zone(`z${n}`) });
        return before;
      }),
    ),
  );
  expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4]);
});

it("commits to the disk before it answers, and its reader cannot write", async () => {
  const store = await testStore();
  const [{ synchronous }] = (await store.library.$queryRawUnsafe("PRAGMA synchronous")) as [{ synchronous: bigint }];
  expect(Number(synchronous)).toBe(2);
  await expect(store.reader.zone.create({ data: zone("x") })).rejects.toThrow();
});
