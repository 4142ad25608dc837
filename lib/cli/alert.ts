import { Command } from "commander";
import { replayAlert, type Scene } from "../analyze/evidence";
import { Failure } from "../base/failure";
import { readEvidence } from "../store/alert/evidence";
import { getAlerts } from "../store/alert/get-alerts";
import { type CliCity, type Terminal, withCity } from "./open-city";

export function alertCommand(terminal: Terminal): Command {
  const alert = new Command("alert").description("What was raised");
  alert
    .command("replay <id>")
    .description(
      "Judge the readings that an alert rests on again, by the rule version that raised it; exit code 1 where another verdict comes of it",
    )
    .action((id: string) => withCity(terminal, (city) => replay(city, id)));
  return alert;
}

async function replay({ store, terminal }: CliCity, id: string): Promise<void> {
  const [alert] = await getAlerts(store.reader, [id]);
  if (!alert) throw new Failure("not-found", `There is no alert "${id}".`);
  const kept = await readEvidence(store.reader, id);
  if (!kept) throw new Failure("not-found", "No evidence of this alert was taken: it is older than evidence is.");
  const { rule, streams, complete } = kept.evidence;
  if (rule.measure.type === "silence" || streams.length === 0)
    throw new Failure(
      "invalid",
      "This alert is of silence: the clock raised it, and there are no readings to judge again.",
    );
  const said = replayAlert(rule, alert, kept.scene as Scene, streams);
  const readings = streams.reduce((sum, s) => sum + s.at.length, 0);
  terminal.out(
    `${rule.id} version ${rule.version} on ${readings} readings of ${streams.length} streams${complete ? "" : " (not all were kept)"}`,
  );
  terminal.out(`stored:   raised ${time(alert.raisedAt)}, level ${alert.levels?.[0]?.from ?? alert.level}`);
  terminal.out(
    `replayed: ${said.raisedAt === null ? "raises nothing" : `raised ${time(said.raisedAt)}, level ${said.level}`}`,
  );
  terminal.out(said.equal ? "The same verdict." : "ANOTHER verdict.");
  if (!said.equal) terminal.fail();
}

function time(at: number): string {
  return new Date(at).toISOString();
}
