import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { Failure } from "../base/failure";
import type { StoredAuditRow } from "../store/audit/list-audit";
import { openRecord } from "../store/audit/read-record";
import { type AuditCheck, checkChain } from "./audit-chain";
import { endIsSigned, publicKeyOf, signatureCheck, signEnd } from "./checkpoint";

const FORMAT = "haechi-audit-2";
const Signed = z.object({ id: z.number(), at: z.number(), hash: z.string(), signature: z.string() });
const Head = z.object({
  format: z.literal(FORMAT),
  publicKey: z.string(),
  end: Signed.extend({ highestId: z.number() }),
  checkpoints: z.array(Signed),
});
type Head = z.infer<typeof Head>;
const text = z.string();
const Row = z.object({
  id: z.number(),
  at: z.number(),
  actor: text,
  action: text,
  subject: text,
  detail: text,
  hash: text,
});

/** `privateKey` (PEM) signs where the export ends, `at` (UTC ms) is when. */
type Seal = { privateKey: string; at: number };

/**
 * Writes the record as JSON lines: a head with the public key, every checkpoint and the signed end, then a line a row. Readable by its
 * owner alone; throws where the file exists. Gives the number of rows.
 */
export async function exportRecord(database: string, target: string, { privateKey, at }: Seal): Promise<number> {
  const record = openRecord(database);
  const out = createWriteStream(target, { flags: "wx", mode: 0o600 });
  try {
    const { checkpoints, highestId, last } = record;
    const end = signEnd({ ...last, highestId, at }, privateKey);
    const head: Head = { format: FORMAT, publicKey: publicKeyOf(privateKey), end, checkpoints };
    out.write(`${JSON.stringify(head)}\n`);
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
  const { end, checkpoints, publicKey } = headOf((await lines.next()).value, file);
  const key = trusted ?? publicKey;
  if (!endIsSigned(end, key)) return { ok: false, rows: 0, brokenAt: end.id, fault: "bad-signature" };
  return checkChain({
    rows: rowsOf(lines),
    checkpoints,
    highestId: end.highestId,
    end,
    signed: signatureCheck(key),
    ...(progress && { progress }),
  });
}

function headOf(line: unknown, file: string): Head {
  const head = Head.safeParse(parsed(line, 1));
  if (head.success) return head.data;
  throw new Failure(
    "invalid",
    `${file} is no export of a record, or its head was changed. Name an export, or a database.`,
  );
}

async function* rowsOf(lines: AsyncIterator<string>): AsyncGenerator<StoredAuditRow> {
  for (let n = 2; ; n++) {
    const { done, value } = await lines.next();
    if (done) return;
    const row = Row.safeParse(parsed(value, n));
    if (!row.success)
      throw new Failure("invalid", `Line ${n} is no row of a record: it was changed there. Take another copy.`);
    yield row.data;
  }
}

function parsed(line: unknown, n: number): unknown {
  try {
    return JSON.parse(String(line));
  } catch {
    throw new Failure("invalid", `Line ${n} is not JSON: the export is damaged there. Take another copy of it.`);
  }
}
