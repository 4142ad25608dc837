import { Command } from "commander";
import { replayAlert, type Scene } from "../analyze/evidence";
import { replayForecast } from "../analyze/forecast/replay";
import { Failure } from "../base/failure";
import type { Alert } from "../contract/alert";
import type { AlertForecast, Expectation } from "../contract/forecast";
import { modelBy } from "../forecast-models";
import { type KeptEvidence, readEvidence } from "../store/alert/evidence";
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

async function replay(city: CliCity, id: string): Promise<void> {
  const { store, terminal } = city;
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
  const readings = streams.reduce((sum, s) => sum + s.at.length, 0);
  terminal.out(
    `${rule.id} version ${rule.version} on ${readings} readings of ${streams.length} streams${complete ? "" : " (not all were kept)"}`,
  );
  if (alert.forecast) return replayForetold(city, alert, alert.forecast, kept);
  const said = replayAlert(rule, alert, kept.scene as Scene, streams);
  terminal.out(`stored:   raised ${time(alert.raisedAt)}, level ${alert.levels?.[0]?.from ?? alert.level}`);
  terminal.out(
    `replayed: ${said.raisedAt === null ? "raises nothing" : `raised ${time(said.raisedAt)}, level ${said.level}`}`,
  );
  terminal.out(said.equal ? "The same verdict." : "ANOTHER verdict.");
  if (!said.equal) terminal.fail();
}

async function replayForetold(
  { store, terminal }: CliCity,
  alert: Alert,
  { by, first, threshold }: AlertForecast,
  { evidence, scene }: KeptEvidence,
): Promise<void> {
  const model = await modelBy(store, by);
  if (by.trainedAt !== null && !model)
    throw new Failure("not-found", `The training of "${by.id}" that forecast this is gone: it cannot forecast again.`);
  const again = replayForecast(evidence.rule, alert, scene as Scene, evidence.streams, model);
  terminal.out(`forecast by ${by.id} at ${time(alert.raisedAt)}: ${threshold} is reached`);
  terminal.out(`stored:   ${expectation(first)}`);
  terminal.out(`replayed: ${again ? expectation(again.expected) : "nothing can be said"}`);
  terminal.out(again?.equal ? "The same forecast." : "ANOTHER forecast.");
  if (!again?.equal) terminal.fail();
}

function expectation({ probability, expectedAt, from, to }: Expectation): string {
  return `${(100 * probability).toFixed(2)} %, at ${time(expectedAt)} (${time(from)} to ${time(to)})`;
}

function time(at: number): string {
  return new Date(at).toISOString();
}
