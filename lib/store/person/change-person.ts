import type { Person } from "../../contract/people";
import type { Tx } from "../open";

type Change = Partial<Pick<Person, "name" | "role" | "agencyId" | "disabled">>;

/** Changes a person; `at` in UTC ms. False where there is none. */
export async function changePerson(tx: Tx, id: string, change: Change, at: number): Promise<boolean> {
  return (await tx.user.updateMany({ where: { id }, data: { ...change, updatedAt: new Date(at) } })).count > 0;
}

/** Signs a person out everywhere. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
}

/** A new password (better-auth's hash); false where the person has none to replace. */
export async function putPassword(tx: Tx, userId: string, passwordHash: string, at: number): Promise<boolean> {
  const where = { userId, providerId: "credential" };
  return (await tx.account.updateMany({ where, data: { password: passwordHash, updatedAt: new Date(at) } })).count > 0;
}
