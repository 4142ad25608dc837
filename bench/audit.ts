// npm run bench:audit: how long the whole record of a busy city takes to check, beside the bare hashes of the same rows.
import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { verifyAudit } from "../lib/guard/audit";
import { hashOf } from "../lib/guard/audit-chain";
import { exportRecord, verifyExport } from "../lib/guard/audit-export";
import { publicKeyOf, signCheckpoint } from "../lib/guard/checkpoint";
import { migrate } from "../lib/store/migrate";
import { count, line, perSecond } from "./figures";
import { machineFacts } from "./machine";

const ROWS = Number(process.argv[2] ?? 1_000_000);
const LIMIT_MS = 30_000;
const folder = mkdtempSync(join(tmpdir(), "haechi-bench-audit-"));
const file = join(folder, "city.db");
const key = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();

function rowOf(id: number) {
  const detail = JSON.stringify({ incidentId: `i${id % 977}`, agencyId: id % 2 ? "police" : "fire" });
  return {
    at: 1_700_000_000_000 + id,
    actor: "person:operator@haechi.local",
    action: "assignment.request",
    subject: `assignment:${id}`,
    detail,
  };
}

function fill(): void {
  migrate(`file:${file}`);
  const db = new Database(file);
  const insert = db.prepare('INSERT INTO "Audit" VALUES (?, ?, ?, ?, ?, ?, ?)');
  const seal = db.prepare('INSERT INTO "AuditCheckpoint" VALUES (?, ?, ?, ?)');
  let last = "";
  db.transaction(() => {
    for (let id = 1; id <= ROWS; id++) {
      const row = rowOf(id);
      last = hashOf(last, row);
      insert.run(id, row.at, row.actor, row.action, row.subject, row.detail, last);
      if (id % 1000 > 0) continue;
      const sealed = signCheckpoint({ id, at: row.at, hash: last }, key);
      seal.run(sealed.id, sealed.at, sealed.hash, sealed.signature);
    }
  })();
  db.close();
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; answer: T }> {
  const began = performance.now();
  const answer = await work();
  return { ms: performance.now() - began, answer };
}

/** The hashes alone, over rows that are in memory already. */
function bare(): string {
  let last = "";
  for (let id = 1; id <= ROWS; id++) last = createHash("sha256").update(last).update(rowOf(id).subject).digest("hex");
  return last;
}

console.log("Haechi bench: the record");
for (const fact of machineFacts()) console.log(`  ${fact}`);
fill();
const publicKey = publicKeyOf(key);
const hashes = await timed(bare);
const database = await timed(() => verifyAudit(file, publicKey));
const target = join(folder, "record.jsonl");
const exported = await timed(() => exportRecord(file, target, { privateKey: key, at: 1_700_000_000_000 + ROWS }));
const offline = await timed(() => verifyExport(target, publicKey));
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
line("rows", count(ROWS), `${(statSync(file).size / 2 ** 20).toFixed(0)} MB`);
line("bare hashes of as many rows", seconds(hashes.ms));
line(
  "audit verify, the database",
  seconds(database.ms),
  `${count(perSecond(ROWS, database.ms))} rows/s, ${(database.ms / hashes.ms).toFixed(1)} times the bare hashes`,
);
line("audit export", seconds(exported.ms));
line("audit verify, the export", seconds(offline.ms), `${count(perSecond(ROWS, offline.ms))} rows/s`);
rmSync(folder, { recursive: true, force: true });
const sound = database.answer.ok && offline.answer.ok && database.answer.rows === ROWS;
const quick = Math.max(database.ms, offline.ms) <= (LIMIT_MS * ROWS) / 1_000_000;
console.log(sound && quick ? "  in order" : "  NOT in order");
process.exit(sound && quick ? 0 : 1);
