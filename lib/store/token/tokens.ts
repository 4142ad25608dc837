import type { TokenRole } from "../../contract/people";
import type { ApiToken as Row } from "../generated/client";
import type { Tx } from "../open";
import { big, ms } from "../time";

/** A token as it is stored: only its hash. Times in UTC ms. */
export type StoredToken = {
  id: string;
  label: string;
  role: TokenRole;
  agencyId: string | null;
  hash: string;
  createdAt: number;
  revokedAt: number | null;
};

export async function addToken(tx: Tx, token: StoredToken): Promise<void> {
  await tx.apiToken.create({ data: { ...token, createdAt: big(token.createdAt), revokedAt: null } });
}

export async function listTokens(db: Tx): Promise<StoredToken[]> {
  return (await db.apiToken.findMany({ orderBy: { createdAt: "asc" } })).map(tokenOf);
}

/** The token in force with this hash. */
export async function tokenByHash(db: Tx, hash: string): Promise<StoredToken | null> {
  const row = await db.apiToken.findFirst({ where: { hash, revokedAt: null } });
  return row && tokenOf(row);
}

/** False where there is none in force with this id. */
export async function revokeToken(tx: Tx, id: string, at: number): Promise<boolean> {
  return (await tx.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: big(at) } })).count > 0;
}

function tokenOf(row: Row): StoredToken {
  return { ...row, role: row.role as TokenRole, createdAt: ms(row.createdAt), revokedAt: ms(row.revokedAt) };
}
