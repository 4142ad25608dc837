import { Command, Option } from "commander";
import { Failure } from "../base/failure";
import { timeId } from "../base/id";
import { TokenRole } from "../contract/people";
import { agencyFor } from "../guard/agency-for";
import { makeToken } from "../guard/api-token";
import { listTokens, revokeToken } from "../store/token/tokens";
import { type CliCity, type Terminal, withCity } from "./open-city";
import { table } from "./table";

type CreateOptions = { role: TokenRole; label: string; agency?: string };

export function tokenCommand(terminal: Terminal): Command {
  const token = new Command("token").description("Tokens for programs that use the API");
  token
    .command("create")
    .description("Make a token; it is printed once")
    .addOption(new Option("--role <role>", "what it may do").choices(TokenRole.options).makeOptionMandatory())
    .option("--agency <id>", "with the role agency: the one that it answers for (police and fire have their own)")
    .option("--label <label>", "what it is for", "")
    .action((options: CreateOptions) => withCity(terminal, (city) => create(city, options)));
  token
    .command("list")
    .description("Every token, without its text")
    .action(() => withCity(terminal, list));
  token
    .command("revoke <id>")
    .description("End a token at once")
    .action((id: string) => withCity(terminal, (city) => revoke(city, id)));
  return token;
}

async function create({ store, clock, record, terminal }: CliCity, options: CreateOptions): Promise<void> {
  const { role, label, agency } = options;
  const text = await store.write(async (tx) => {
    const agencyId = await agencyFor(tx, role, agency);
    const made = await makeToken(tx, { role, label, agencyId, at: clock.now(), newId: timeId });
    await record(tx, "token.create", `token:${made.token.id}`, { role, label, ...(agency && { agency }) });
    return made.text;
  });
  terminal.err(`A token for the role ${role}${agency ? ` of the agency ${agency}` : ""}, shown only now:`);
  terminal.out(text);
}

async function list({ store, terminal }: CliCity): Promise<void> {
  const tokens = await listTokens(store.reader);
  const rows = tokens.map((t) => [
    t.id,
    t.role,
    t.agencyId ?? "",
    time(t.createdAt),
    t.revokedAt === null ? "" : time(t.revokedAt),
    t.label,
  ]);
  for (const line of table(["token", "role", "agency", "created", "revoked", "label"], rows)) terminal.out(line);
}

async function revoke({ store, clock, record, terminal }: CliCity, id: string): Promise<void> {
  await store.write(async (tx) => {
    if (!(await revokeToken(tx, id, clock.now())))
      throw new Failure("not-found", `There is no token "${id}" in force. "token list" shows all.`);
    await record(tx, "token.revoke", `token:${id}`);
  });
  terminal.err(`Token ${id} has ended.`);
}

function time(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace("T", " ");
}
