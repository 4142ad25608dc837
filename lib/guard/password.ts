import { hashPassword as hash } from "better-auth/crypto";

/** The password as sign-in expects it in the database (scrypt). Alone here, so that the command line need not load all of sign-in. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}
