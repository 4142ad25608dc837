import type { Person } from "../../contract/people";
import type { Tx } from "../open";

/** A new person with a password that better-auth signs in with; `passwordHash` is better-auth's own. */
export async function addPerson(tx: Tx, person: Person, passwordHash: string): Promise<void> {
  const { id, createdAt: ms, ...own } = person;
  const [createdAt, updatedAt] = [new Date(ms), new Date(ms)];
  const account = {
    id: `${id}-password`,
    accountId: id,
    providerId: "credential",
    password: passwordHash,
    createdAt,
    updatedAt,
  };
  const data = { ...own, id, email: own.email.toLowerCase(), emailVerified: true, createdAt, updatedAt };
  await tx.user.create({ data: { ...data, accounts: { create: account } } });
}
