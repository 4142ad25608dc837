import type { Person } from "../../contract/people";
import type { Tx } from "../open";
import { personOf } from "./person-row";

export async function listPeople(db: Tx): Promise<Person[]> {
  return (await db.user.findMany({ orderBy: { createdAt: "asc" } })).map(personOf);
}

export async function getPerson(db: Tx, id: string): Promise<Person | null> {
  const row = await db.user.findUnique({ where: { id } });
  return row && personOf(row);
}

/** E-mail addresses are kept in lower case. */
export async function personByEmail(db: Tx, email: string): Promise<Person | null> {
  const row = await db.user.findUnique({ where: { email: email.toLowerCase() } });
  return row && personOf(row);
}

/** How many admins can sign in. */
export async function countAdmins(db: Tx): Promise<number> {
  return db.user.count({ where: { role: "admin", disabled: false } });
}
