import { Command } from "commander";
import { verifyAudit } from "../guard/audit";
import { type CliCity, type Terminal, withCity } from "./open-city";

export function auditCommand(terminal: Terminal): Command {
  const audit = new Command("audit").description("The record of who did what");
  audit
    .command("verify")
    .description("Check that no row of the record was changed or taken out; exit code 1 where one was")
    .action(() => withCity(terminal, verify));
  return audit;
}

async function verify({ store, terminal }: CliCity): Promise<void> {
  const check = await verifyAudit(store);
  if (check.ok)
    return terminal.out(`${check.rows} rows, unbroken. Last hash ${check.last || "none"}: note it elsewhere.`);
  terminal.err(
    `Row ${check.brokenAt} is not as it was written, or a row before it is gone. ${check.rows} rows before it are sound.`,
  );
  terminal.fail();
}
