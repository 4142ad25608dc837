import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { Failure } from "../base/failure";
import { readEnv } from "../env";
import { verifyAudit } from "../guard/audit";
import type { AuditCheck, AuditFault } from "../guard/audit-chain";
import { exportRecord, verifyExport } from "../guard/audit-export";
import { publicKeyOf, sealRecord } from "../guard/checkpoint";
import { readSecrets } from "../guard/secrets";
import { databaseFile } from "../store/open";
import { type CliCity, type Terminal, withCity } from "./open-city";

export function auditCommand(terminal: Terminal): Command {
  const audit = new Command("audit").description("The record of who did what");
  audit
    .command("verify")
    .description("Check that no row was changed, taken out, put in or swapped; exit code 1 where one was")
    .argument("[file]", "a copy of the database, or an export; the city's own database where none is named")
    .option("--key <file>", "the public key as it was noted elsewhere (audit key); else this city's own")
    .action((file: string | undefined, options: { key?: string }) => verify(terminal, file, options.key));
  audit
    .command("export")
    .description("Write the whole record with its checkpoints into a file that is checked without a database")
    .argument("<file>", "a file that does not exist yet")
    .action((file: string) => withCity(terminal, (city) => exportTo(city, file)));
  audit
    .command("key")
    .description("Print the public key that checkpoints are checked with: keep it away from this machine")
    .action(() => terminal.out(ownKey().trim()));
  return audit;
}

function ownKey(): string {
  return publicKeyOf(readSecrets(readEnv().dir).checkpoint);
}

async function verify(terminal: Terminal, named: string | undefined, keyFile: string | undefined): Promise<void> {
  const file = named ?? databaseFile(readEnv().databaseUrl);
  if (!existsSync(file)) throw new Failure("not-found", `There is no file ${file}.`);
  const key = keyFile ? readFileSync(keyFile, "utf8") : null;
  const progress = (rows: number) => terminal.err(`${rows.toLocaleString("en-US")} rows are sound so far …`);
  const check = isDatabase(file)
    ? await verifyAudit(file, key ?? ownKey(), progress)
    : await verifyExport(file, key ?? (hasOwnKey() ? ownKey() : null), progress);
  say(terminal, check);
}

function hasOwnKey(): boolean {
  return existsSync(join(readEnv().dir, "secret.json"));
}

function isDatabase(file: string): boolean {
  const head = Buffer.alloc(15);
  const opened = openSync(file, "r");
  readSync(opened, head, 0, head.length, 0);
  closeSync(opened);
  return head.toString() === "SQLite format 3";
}

function say(terminal: Terminal, check: AuditCheck): void {
  if (check.ok) terminal.out(whole(check));
  else {
    terminal.err(`Row ${check.brokenAt} ${sentences[check.fault]} ${check.rows} rows before it are sound.`);
    terminal.fail();
  }
}

function whole({ rows, checkpoints, sealedUpTo, last, asOf }: Extract<AuditCheck, { ok: true }>): string {
  const when = asOf === undefined ? "" : `, as it stood at ${new Date(asOf).toISOString()}`;
  const sealed = `${checkpoints} checkpoints, signed up to row ${sealedUpTo}${when}`;
  return `${rows} rows, unbroken; ${sealed}. Last hash ${last || "none"}: note it elsewhere.`;
}

const sentences: Record<AuditFault, string> = {
  changed: "is not as it was written.",
  removed: "is gone, and maybe more behind it.",
  inserted: "was put in: the record goes on as if it were not there.",
  swapped: "was swapped with the row behind it.",
  rewritten: "or one behind it was changed and all that follows written anew: the next checkpoint does not fit.",
  unsigned:
    "and all behind it are signed by no checkpoint, for over an hour: these were taken out, and the rows may be written anew.",
  "bad-signature":
    "has a checkpoint that this record's key did not sign: it was forged, or this is another city's record.",
};

async function exportTo({ store, terminal, clock, record }: CliCity, file: string): Promise<void> {
  const { dir } = readEnv();
  const { checkpoint } = readSecrets(dir);
  await store.write((tx) => record(tx, "audit.export", "audit"));
  await sealRecord(store, checkpoint, clock.now());
  const rows = await exportRecord(store.file, file, { privateKey: checkpoint, at: clock.now() });
  terminal.err(`${rows} rows and every checkpoint are in ${file}. Check it anywhere: audit verify ${file} --key KEY`);
}
