import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { Failure } from "../base/failure";
import type { Checkpoint } from "../store/audit/checkpoints";
import type { StoredAuditRow } from "../store/audit/list-audit";
import { openRecord } from "../store/audit/read-record";
import { type AuditCheck, checkChain } from "./audit-chain";
import { signatureCheck } from "./checkpoint";

const FORMAT = "haechi-audit-1";
type Head = { format: string; publicKey: string; checkpoints: Checkpoint[]; highestId: number };

/**
 * Writes the record as JSON lines: a head with the public key and every checkpoint, then a line a row. Readable by its owner
 * alone; throws where the file exists. Gives the number of rows.
 */
export async function exportRecord(database: string, target: string, publicKey: string): Promise<number> {
  const record = openRecord(database);
  const out = createWriteStream(target, { flags: "wx", mode: 0o600 });
  try {
    const { checkpoints, highestId } = record;
    out.write(`${JSON.stringify({ format: FORMAT, publicKey, highestId, checkpoints } satisfies Head)}\n`);
    let rows = 0;
    for (const row of record.rows) {
      rows++;
      if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, "drain");
    }
    out.end();
    await once(out, "finish");
    return rows;
  } finally {
    record.close();
  }
}

/**
 * Checks an exported record without any database. `trusted` is the public key (PEM) as it was noted elsewhere: without it the
 * export is held against the key that it brings along, which proves that it is whole, not who wrote it.
 */
export async function verifyExport(
  file: string,
  trusted: string | null,
  progress?: (rows: number) => void,
): Promise<AuditCheck> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  const head = parsed<Head>((await lines.next()).value, 1);
  if (head.format !== FORMAT)
    throw new Failure("invalid", `${file} is no export of a record. Name one, or a database.`);
  return checkChain({
    rows: rowsOf(lines),
    checkpoints: head.checkpoints,
    highestId: head.highestId,
    signed: signatureCheck(trusted ?? head.publicKey),
    ...(progress && { progress }),
  });
}

async function* rowsOf(lines: AsyncIterator<string>): AsyncGenerator<StoredAuditRow> {
  for (let n = 2; ; n++) {
    const { done, value } = await lines.next();
    if (done) return;
    yield parsed<StoredAuditRow>(value, n);
  }
}

function parsed<T>(line: unknown, n: number): T {
  try {
    return JSON.parse(String(line)) as T;
  } catch {
    throw new Failure("invalid", `Line ${n} is not JSON: the export is damaged there. Take another copy of it.`);
  }
}
