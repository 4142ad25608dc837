import { Failure } from "../base/failure";
import type { Person } from "../contract/people";
import type { Actor } from "../guard/actor";
import { agencyFor } from "../guard/agency-for";
import { listAudit } from "../store/audit/list-audit";
import type { Tx } from "../store/open";
import { addPerson } from "../store/person/add-person";
import { changePerson, endSessions } from "../store/person/change-person";
import { countAdmins, getPerson, listPeople, personByEmail } from "../store/person/find-people";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found, record } from "./record";

type Names = "listPeople" | "addPerson" | "changePerson" | "listAudit";

export function peopleHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { store } = context;
  return {
    listPeople: async () => ({ people: await listPeople(store.reader) }),
    addPerson: (asked) => add(context, asked),
    changePerson: (asked) => change(context, asked),
    listAudit: async ({ query }) => {
      const rows = await listAudit(store.reader, { ...query, limit: query.limit + 1 });
      return { rows: rows.slice(0, query.limit), more: rows.length > query.limit };
    },
  };
}

async function add(context: ApiContext, { body, actor }: Asked<"addPerson">): Promise<Person> {
  const { password, name, email, role } = body;
  const passwordHash = await context.hashPassword(password);
  const createdAt = context.clock.now();
  const own = { id: context.newId(), name, email: email.toLowerCase(), role, disabled: false, createdAt };
  return context.store.write(async (tx) => {
    const person: Person = { ...own, agencyId: await agencyFor(tx, role, body.agencyId) };
    if (await personByEmail(tx, email)) throw new Failure("conflict", `${person.email} has a log-in already.`);
    await addPerson(tx, person, passwordHash);
    const detail = { name, email: person.email, role, agencyId: person.agencyId };
    await record(tx, context, actor, { action: "person.add", subject: `person:${person.email}`, detail });
    return person;
  });
}

async function change(context: ApiContext, { params: { id }, body, actor }: Asked<"changePerson">): Promise<Person> {
  const person = await context.store.write(async (tx) => {
    const before = found(await getPerson(tx, id), "person", id);
    const role = body.role ?? before.role;
    // a new role begins without the agency of the old one
    const kept = role === before.role ? before.agencyId : null;
    const agencyId = await agencyFor(tx, role, body.agencyId === undefined ? kept : body.agencyId);
    const after: Person = { ...before, ...given(body), agencyId };
    await checkAdminStays(tx, actor, before, after);
    const { name, disabled } = after;
    await changePerson(tx, id, { name, role, agencyId, disabled }, context.clock.now());
    if (disabled || role !== before.role || agencyId !== before.agencyId) await endSessions(tx, id);
    await record(tx, context, actor, {
      action: "person.change",
      subject: `person:${before.email}`,
      detail: given(body),
    });
    return after;
  });
  await context.changed({ people: [id] });
  return person;
}

/** Nobody shuts themselves out, and somebody can always open the door. */
async function checkAdminStays(tx: Tx, actor: Actor, before: Person, after: Person): Promise<void> {
  const leaves = before.role === "admin" && !before.disabled && (after.disabled || after.role !== "admin");
  if (!leaves) return;
  if (actor.type === "person" && actor.id === before.id)
    throw new Failure("conflict", "You cannot take your own admin rights. Ask another admin.");
  if ((await countAdmins(tx)) < 2)
    throw new Failure("conflict", "This is the last admin. Make somebody else admin first.");
}

function given<T extends object>(body: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as never;
}
