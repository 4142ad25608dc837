import { randomBytes } from "node:crypto";
import { Command, Option } from "commander";
import { Failure } from "../base/failure";
import { timeId } from "../base/id";
import { NewPerson, Role } from "../contract/people";
import { agencyFor } from "../guard/agency-for";
import { hashPassword } from "../guard/password";
import { addPerson } from "../store/person/add-person";
import { endSessions, putPassword } from "../store/person/change-person";
import { listPeople, personByEmail } from "../store/person/find-people";
import { type CliCity, type Terminal, withCity } from "./open-city";
import { parsed } from "./parsed";
import { table } from "./table";

type AddOptions = { role: Role; agency?: string; name?: string; password?: string };

export function personCommand(terminal: Terminal): Command {
  const person = new Command("person").description("People who sign in");
  person
    .command("add <email>")
    .description("Add a person; a password is made and printed where none is given")
    .addOption(new Option("--role <role>", "what they may do").choices(Role.options).makeOptionMandatory())
    .option("--agency <id>", "with the role agency: the one that they work for")
    .option("--name <name>", "their name; the address where left out")
    .option("--password <password>", "at least 12 characters")
    .action((email: string, options: AddOptions) => withCity(terminal, (city) => add(city, email, options)));
  person
    .command("reset-password <email>")
    .description("A new password; every session of theirs ends")
    .option("--password <password>", "at least 12 characters")
    .action((email: string, options: { password?: string }) =>
      withCity(terminal, (city) => resetPassword(city, email, options.password)),
    );
  person
    .command("list")
    .description("Everybody who can sign in")
    .action(() => withCity(terminal, list));
  return person;
}

async function add({ store, clock, record, terminal }: CliCity, email: string, options: AddOptions): Promise<void> {
  const password = options.password ?? newPassword();
  const { role, name } = parsed(NewPerson, { email, role: options.role, name: options.name ?? email, password });
  const hash = await hashPassword(password);
  const address = email.toLowerCase();
  await store.write(async (tx) => {
    if (await personByEmail(tx, address)) throw new Failure("conflict", `${address} has a log-in already.`);
    const person = {
      id: timeId(),
      name,
      email: address,
      role,
      agencyId: await agencyFor(tx, role, options.agency),
      disabled: false,
    };
    await addPerson(tx, { ...person, createdAt: clock.now() }, hash);
    await record(tx, "person.add", `person:${address}`, { name, role });
  });
  tellPassword(terminal, address, options.password ? null : password);
}

async function resetPassword(city: CliCity, email: string, given: string | undefined): Promise<void> {
  const password = parsed(NewPerson.shape.password, given ?? newPassword());
  const hash = await hashPassword(password);
  await city.store.write(async (tx) => {
    const person = await personByEmail(tx, email);
    if (!person || !(await putPassword(tx, person.id, hash, city.clock.now())))
      throw new Failure("not-found", `Nobody signs in as ${email}. "person list" shows everybody.`);
    await endSessions(tx, person.id);
    await city.record(tx, "person.reset-password", `person:${person.email}`);
  });
  tellPassword(city.terminal, email, given ? null : password);
}

async function list({ store, terminal }: CliCity): Promise<void> {
  const rows = (await listPeople(store.reader)).map((p) => [p.email, p.role, p.disabled ? "disabled" : "", p.name]);
  for (const line of table(["e-mail", "role", "", "name"], rows)) terminal.out(line);
}

function tellPassword(terminal: Terminal, email: string, made: string | null): void {
  terminal.err(
    made ? `${email} signs in with this password, shown only now:` : `${email} signs in with the given password.`,
  );
  if (made) terminal.out(made);
}

function newPassword(): string {
  return randomBytes(12).toString("base64url");
}
