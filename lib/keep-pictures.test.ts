import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { DAY } from "./base/clock";
import { expirePictures, sweepPictures } from "./keep-pictures";
import { addKept, getKept, shortenKept } from "./store/camera/kept-pictures";
import { testStore } from "./store/test-store";
import { openUploads } from "./store/upload/uploads";

const NOW = Date.parse("2026-08-01T03:00:00Z");

async function keeper() {
  const folder = mkdtempSync(join(tmpdir(), "haechi-pictures-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = await testStore();
  const [time, kept] = [{ now: NOW }, openUploads(folder)];
  const parts = { store, kept, clock: { now: () => time.now }, log: pino({ level: "silent" }) };
  const keep = async (id: string, days: number) => {
    await kept.put(id, Buffer.from(id));
    const own = {
      id,
      viewId: "v",
      cameraId: "c",
      incidentId: "i",
      by: "kim",
      agencyId: null,
      purpose: "verify-alert",
    } as const;
    await store.write((tx) =>
      addKept(tx, { ...own, at: NOW, bytes: 2, hash: `hash of ${id}`, expiresAt: NOW + days * DAY }),
    );
  };
  const rows = async () =>
    (await store.reader.audit.findMany()).map(
      ({ action, actor, detail }) => [action, actor, JSON.parse(detail)] as const,
    );
  return { folder, store, time, kept, parts, keep, rows };
}

it("deletes each picture when its time is over, once, and writes it down; also one whose bytes are gone already", async () => {
  const { folder, store, time, kept, parts, keep, rows } = await keeper();
  await keep("p1", 1);
  await keep("p2", 1);
  await keep("p3", 30);
  time.now = NOW + DAY - 1;
  await expirePictures(parts);
  expect([readdirSync(folder).length, (await rows()).length]).toEqual([3, 0]);
  await kept.drop("p2");
  time.now = NOW + DAY;
  await expirePictures(parts);
  await expirePictures(parts);
  expect(readdirSync(folder)).toEqual(["p3"]);
  const own = (pictureId: string, found: boolean) =>
    [
      "camera.picture.delete",
      "system:retention",
      expect.objectContaining({ pictureId, cameraId: "c", hash: `hash of ${pictureId}`, found }),
    ] as const;
  expect(await rows()).toEqual([own("p1", true), own("p2", false)]);
  expect([await getKept(store.reader, "p1"), (await getKept(store.reader, "p3"))?.id]).toEqual([null, "p3"]);
});

it("tries one again that the disk does not let go, and deletes the others meanwhile", async () => {
  const { folder, time, kept, parts, keep } = await keeper();
  await keep("p1", 1);
  await keep("p2", 1);
  time.now = NOW + 2 * DAY;
  const drop = (id: string) => (id === "p1" ? Promise.reject(new Error("EIO")) : kept.drop(id));
  await expirePictures({ ...parts, kept: { ...kept, drop } });
  expect(readdirSync(folder)).toEqual(["p1"]);
  await expirePictures(parts);
  expect(readdirSync(folder)).toEqual([]);
});

it("takes a shorter retention for what is kept already, and a longer one only for what comes", async () => {
  const { store, keep } = await keeper();
  await keep("p1", 30);
  const until = async (days: number) => {
    await store.write((tx) => shortenKept(tx, "c", days));
    return ((await getKept(store.reader, "p1"))?.expiresAt ?? 0) - NOW;
  };
  expect([await until(7), await until(90)]).toEqual([7 * DAY, 7 * DAY]);
});

it("sweeps what no row tells of once nobody can want it, and nothing else", async () => {
  const { folder, parts, keep } = await keeper();
  await keep("p1", 30);
  for (const name of ["p1", "old", "half.part", "new"]) {
    writeFileSync(join(folder, name), "x");
    const days = name === "new" ? 29 : 31;
    utimesSync(join(folder, name), new Date(NOW - days * DAY), new Date(NOW - days * DAY));
  }
  expect(await sweepPictures(parts, NOW)).toBe(2);
  expect(readdirSync(folder).sort()).toEqual(["new", "p1"]);
});
