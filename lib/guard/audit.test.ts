import { generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { backupDatabase } from "../store/backup";
import type { Store } from "../store/open";
import { testStore } from "../store/test-store";
import { verifyAudit, writeAudit } from "./audit";
import { hashOf } from "./audit-chain";
import { exportRecord, verifyExport } from "./audit-export";
import { publicKeyOf, sealRecord } from "./checkpoint";

const newKey = () => generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const key = newKey();
const publicKey = publicKeyOf(key);

/** Nine rows, signed after the third and the sixth. */
async function recorded(): Promise<Store> {
  const store = await testStore();
  for (let i = 1; i <= 9; i++) {
    const entry = { at: i, actor: "person:a@b", action: "device.add", subject: `device:${i}`, detail: { i } };
    await store.write((tx) => writeAudit(tx, entry));
    if (i % 3 === 0 && i < 9) await sealRecord(store, key, 100 + i);
  }
  return store;
}

/** What somebody with the database file in hand may do. */
function attack(file: string, sql: string): void {
  const db = new Database(file);
  for (const name of ["Audit_no_update", "Audit_no_delete", "AuditCheckpoint_no_update", "AuditCheckpoint_no_delete"])
    db.exec(`DROP TRIGGER "${name}"`);
  db.exec(sql);
  db.close();
}

/** Writes every hash from row `from` on anew, as somebody who knows how it is made would. */
function rehash(file: string, from: number): void {
  const db = new Database(file);
  let last = String(
    db
      .prepare('SELECT "hash" FROM "Audit" WHERE "id" = ?')
      .pluck()
      .get(from - 1) ?? "",
  );
  for (const row of db.prepare('SELECT * FROM "Audit" WHERE "id" >= ? ORDER BY "id"').all(from) as never[]) {
    last = hashOf(last, row);
    db.prepare('UPDATE "Audit" SET "hash" = ? WHERE "id" = ?').run(last, (row as { id: number }).id);
  }
  db.close();
}

const shift = (from: number) =>
  `UPDATE "Audit" SET "id" = -"id" - 1 WHERE "id" >= ${from}; UPDATE "Audit" SET "id" = -"id" WHERE "id" < 0;`;
const put = (id: number, hash: string) => `INSERT INTO "Audit" VALUES (${id}, 5, 'x', 'y', 'z', '{}', '${hash}');`;
const swap = (a: number, b: number) =>
  `UPDATE "Audit" SET "id" = -1 WHERE "id" = ${a}; UPDATE "Audit" SET "id" = ${a} WHERE "id" = ${b}; UPDATE "Audit" SET "id" = ${b} WHERE "id" = -1;`;

it("walks an unbroken record, an empty one too", async () => {
  const empty = await testStore();
  expect(await verifyAudit(empty.file, publicKey)).toMatchObject({ ok: true, rows: 0, last: "" });
  const check = await verifyAudit((await recorded()).file, publicKey);
  expect(check).toMatchObject({ ok: true, rows: 9, checkpoints: 2, sealedUpTo: 6 });
});

const attacks: [how: string, sql: string, fault: string, brokenAt: number, rehashFrom?: number][] = [
  ["a changed actor", `UPDATE "Audit" SET "actor" = 'person:c@d' WHERE "id" = 4`, "changed", 4],
  ["a changed time", `UPDATE "Audit" SET "at" = 7 WHERE "id" = 1`, "changed", 1],
  ["a changed last row", `UPDATE "Audit" SET "detail" = '{}' WHERE "id" = 9`, "changed", 9],
  ["a row that is gone", `DELETE FROM "Audit" WHERE "id" = 5`, "removed", 5],
  ["the first row gone", `DELETE FROM "Audit" WHERE "id" = 1`, "removed", 1],
  ["the last rows gone", `DELETE FROM "Audit" WHERE "id" > 7`, "removed", 8],
  [
    "rows gone up to before a checkpoint, the counter set back",
    `DELETE FROM "Audit" WHERE "id" > 4; UPDATE sqlite_sequence SET seq = 4 WHERE name = 'Audit'`,
    "removed",
    5,
  ],
  ["a row put in", `${shift(5)} ${put(5, "0")}`, "inserted", 5],
  ["a row put in that carries a fitting hash", `${shift(5)} ${put(5, "FIT")}`, "inserted", 5],
  ["a row put in at the end", put(10, "0"), "changed", 10],
  ["two neighbours swapped", swap(4, 5), "swapped", 4],
  ["two rows swapped that stand apart", swap(2, 7), "changed", 2],
  ["a changed row, all behind it written anew", `UPDATE "Audit" SET "actor" = 'x' WHERE "id" = 5`, "rewritten", 4, 5],
  ["a checkpoint made up", `UPDATE "AuditCheckpoint" SET "hash" = 'x' WHERE "id" = 6`, "bad-signature", 6],
];

it("finds the first bad row and says what happened to it, in a copy of the database and in an export", async () => {
  const store = await recorded();
  const rows = await store.reader.audit.findMany({ where: { id: { lt: 6 } }, orderBy: { id: "asc" } });
  const fit = hashOf(rows[3]?.hash ?? "", { at: 5, actor: "x", action: "y", subject: "z", detail: "{}" });
  for (const [how, sql, fault, brokenAt, rehashFrom] of attacks) {
    const copy = join(store.file, "..", `${how}.db`);
    await backupDatabase(store.file, copy);
    attack(copy, sql.replace("FIT", fit));
    if (rehashFrom) rehash(copy, rehashFrom);
    expect([how, await verifyAudit(copy, publicKey)]).toMatchObject([how, { ok: false, fault, brokenAt }]);
    await exportRecord(copy, `${copy}.jsonl`, { privateKey: key, at: 200 });
    expect([how, await verifyExport(`${copy}.jsonl`, publicKey)]).toMatchObject([how, { ok: false, fault, brokenAt }]);
  }
});

it("an export is checked offline, and knows when another key signed it", async () => {
  const store = await recorded();
  const file = join(store.file, "..", "record.jsonl");
  expect(await exportRecord(store.file, file, { privateKey: key, at: 200 })).toBe(9);
  expect(await verifyExport(file, null)).toMatchObject({ ok: true, rows: 9, sealedUpTo: 9, asOf: 200 });
  expect(await verifyExport(file, publicKeyOf(newKey()))).toMatchObject({ ok: false, fault: "bad-signature" });
  const [head = "", ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  writeFileSync(file, [head, ...lines.slice(0, 7)].join("\n"));
  expect(await verifyExport(file, null)).toMatchObject({ ok: false, fault: "removed", brokenAt: 8 });
  writeFileSync(file, [head, "{ not json"].join("\n"));
  await expect(verifyExport(file, null)).rejects.toMatchObject({ code: "invalid" });
});

it("an export that was cut off, or gone on with, is found however its head is edited", async () => {
  const store = await recorded();
  const file = join(store.file, "..", "edited.jsonl");
  await exportRecord(store.file, file, { privateKey: key, at: 200 });
  const [first = "", ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  const head = JSON.parse(first) as { end: object; checkpoints: object[] };
  const check = (edited: object, rows: readonly string[]) => {
    writeFileSync(file, [JSON.stringify(edited), ...rows].join("\n"));
    return verifyExport(file, publicKey);
  };
  // up to a checkpoint, as if the record had ended there
  const checkpoints = head.checkpoints.slice(0, 1);
  const cut = {
    ...head,
    checkpoints,
    end: { ...head.end, id: 3, highestId: 3, hash: JSON.parse(lines[2] ?? "").hash },
  };
  expect(await check(cut, lines.slice(0, 3))).toMatchObject({ ok: false, fault: "bad-signature", brokenAt: 3 });
  expect(await check({ ...head, checkpoints }, lines.slice(0, 3))).toMatchObject({
    ok: false,
    fault: "removed",
    brokenAt: 4,
  });
  const more = { at: 10, actor: "x", action: "y", subject: "z", detail: "{}" };
  const tenth = JSON.stringify({ id: 10, ...more, hash: hashOf(JSON.parse(lines[8] ?? "").hash, more) });
  expect(await check(head, [...lines, tenth])).toMatchObject({ ok: false, fault: "inserted", brokenAt: 10 });
  const { end: _end, ...headless } = head;
  await expect(check(headless, lines)).rejects.toMatchObject({ code: "invalid" });
  await expect(check(head, ["null", ...lines])).rejects.toThrow(/Line 2 is no row/);
});

it("a record whose checkpoints were taken out, and that was written anew as a whole, is not taken for sound", async () => {
  const store = await testStore();
  for (const at of [0, 30, 61].map((minutes) => minutes * 60_000)) {
    await store.write((tx) => writeAudit(tx, { at, actor: "a", action: "b", subject: "c" }));
    await sealRecord(store, key, at);
  }
  const copy = join(store.file, "..", "anew.db");
  await backupDatabase(store.file, copy);
  attack(copy, `DELETE FROM "AuditCheckpoint"; UPDATE "Audit" SET "actor" = 'x' WHERE "id" = 1`);
  rehash(copy, 1);
  expect(await verifyAudit(copy, publicKey)).toMatchObject({ ok: false, fault: "unsigned", brokenAt: 1 });
  expect(await verifyAudit(store.file, publicKey)).toMatchObject({ ok: true, rows: 3, sealedUpTo: 3 });
});

it("the database refuses to change or to take out a row", async () => {
  const store = await recorded();
  await expect(store.write((tx) => tx.audit.update({ where: { id: 3 }, data: { actor: "x" } }))).rejects.toThrow();
  await expect(store.write((tx) => tx.audit.delete({ where: { id: 3 } }))).rejects.toThrow();
  await expect(store.write((tx) => tx.auditCheckpoint.deleteMany({}))).rejects.toThrow();
  expect(await verifyAudit(store.file, publicKey)).toMatchObject({ ok: true, rows: 9 });
});

it("signs only what has grown", async () => {
  const store = await recorded();
  expect(await sealRecord(store, key, 200)).toMatchObject({ id: 9 });
  expect(await sealRecord(store, key, 201)).toBeNull();
});

it("takes the row back with the act that failed", async () => {
  const store = await recorded();
  const failed = store.write(async (tx) => {
    await writeAudit(tx, { at: 2, actor: "a", action: "b", subject: "c" });
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  expect(await verifyAudit(store.file, publicKey)).toMatchObject({ ok: true, rows: 9 });
});
