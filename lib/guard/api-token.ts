import { createHash, randomBytes } from "node:crypto";
import type { NewId } from "../base/id";
import type { TokenRole } from "../contract/people";
import type { Tx } from "../store/open";
import { addToken, type StoredToken, tokenByHash } from "../store/token/tokens";
import { type Actor, agencyOf } from "./actor";

/** `agencyId` other than the role's own: a token of an agency without our panel, which answers its requests by the API. */
export type NewToken = { role: TokenRole; agencyId?: string | null; label: string; at: number; newId: NewId };

/** Makes a token for the API. Its text is given back once; only its hash is kept. */
export async function makeToken(
  tx: Tx,
  { role, agencyId, label, at, newId }: NewToken,
): Promise<{ text: string; token: StoredToken }> {
  const text = `haechi_${randomBytes(32).toString("base64url")}`;
  const token = {
    id: newId(),
    label,
    role,
    agencyId: agencyId ?? agencyOf(role),
    hash: hashOf(text),
    createdAt: at,
    revokedAt: null,
  };
  await addToken(tx, token);
  return { text, token };
}

/** Who a token stands for; null where it is unknown or revoked. */
export async function actorOfToken(db: Tx, text: string): Promise<Actor | null> {
  const token = await tokenByHash(db, hashOf(text));
  if (!token) return null;
  const { id, role, agencyId } = token;
  const name = token.label || id;
  return role === "monitor" ? { type: "monitor", id, name } : { type: "token", id, name, role, agencyId };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
