import { Command } from "commander";
import { alertCommand } from "./alert";
import { auditCommand } from "./audit";
import { backupCommand } from "./backup";
import { deviceCommand } from "./device";
import { forecastCommand } from "./forecast";
import type { Terminal } from "./open-city";
import { personCommand } from "./person";
import { rescueCommand } from "./rescue";
import { restoreCommand } from "./restore";
import { tokenCommand } from "./token";

/** `npm run haechi -- …`: what the city's keeper does at a terminal, also while the city runs. */
export function buildProgram(terminal: Terminal): Command {
  return new Command("haechi")
    .description("Keep the city: devices and their keys, tokens, people, the record of who did what")
    .showHelpAfterError("(add --help for what is possible)")
    .addCommand(deviceCommand(terminal))
    .addCommand(tokenCommand(terminal))
    .addCommand(personCommand(terminal))
    .addCommand(alertCommand(terminal))
    .addCommand(forecastCommand(terminal))
    .addCommand(auditCommand(terminal))
    .addCommand(backupCommand(terminal))
    .addCommand(restoreCommand(terminal))
    .addCommand(rescueCommand(terminal));
}
