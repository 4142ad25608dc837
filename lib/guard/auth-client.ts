import type { Store } from "../store/open";

/**
 * What better-auth's Prisma adapter works with: reads on the reader, writes one by one in the store's turn. It has no
 * `$transaction` on purpose: one opened outside of the store's turn would meet the readings' own.
 */
export function authClient({ reader, library }: Store): object {
  return {
    user: mixed(reader.user, library.user),
    session: mixed(reader.session, library.session),
    account: mixed(reader.account, library.account),
    verification: mixed(reader.verification, library.verification),
    rateLimit: mixed(reader.rateLimit, library.rateLimit),
  };
}

const READS = ["findFirst", "findMany", "findUnique", "count"] as const;
type Read = (typeof READS)[number];

function mixed<T extends object>(reader: Record<Read, unknown>, writer: T): T {
  return new Proxy(writer, {
    get: (target, name) => (READS.includes(name as Read) ? reader[name as Read] : Reflect.get(target, name)),
  });
}
