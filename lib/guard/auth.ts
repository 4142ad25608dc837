import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { type Clock, HOUR, MINUTE, wallClock } from "../base/clock";
import { type Failure, failureStatus } from "../base/failure";
import type { Store } from "../store/open";
import { getPerson } from "../store/person/find-people";
import { type Actor, anonymous } from "./actor";
import { actorOfToken } from "./api-token";
import { authClient } from "./auth-client";
import { CLIENT_ADDRESS, recordSignIns } from "./auth-record";
import { hashPassword } from "./password";

/** `clock` gives the times of the record; sessions themselves live on the wall's. */

export type AuthParts = { store: Store; clock?: Clock; secret: string; publicUrl: string | null };

export type Auth = {
  identify(headers: Headers): Promise<Actor>;
  /** better-auth's own routes below /api/auth. */
  authHandler(request: Request): Promise<Response>;
  hashPassword(password: string): Promise<string>;
};

/** Sign-in by e-mail and password (better-auth) and by API tokens. Nobody signs up by themselves: the admin adds people. */
export function createAuth(parts: AuthParts): Auth {
  const auth = betterAuth(optionsOf(parts));
  const identify = async (headers: Headers): Promise<Actor> => {
    const bearer = /^Bearer (\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
    if (bearer) return (await actorOfToken(parts.store.reader, bearer)) ?? anonymous;
    if (!headers.has("cookie")) return anonymous;
    const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
    return found ? personActor(parts.store, found.user.id, found.session.id) : anonymous;
  };
  const authHandler = async (request: Request): Promise<Response> => {
    if (!OPEN.includes(new URL(request.url).pathname)) return closed();
    const answer = await auth.handler(request);
    // better-auth makes a bare 500 of whatever its database throws
    return answer.status === 500 ? refusedByDisk(parts.store, answer) : answer;
  };
  return { identify, authHandler, hashPassword };
}

/** What the city needs of better-auth; whatever else it brings, now or with its next version, is no door of ours. */
const OPEN = ["/sign-in/email", "/sign-out", "/get-session", "/change-password"].map((path) => `/api/auth${path}`);

function refusedByDisk({ guard }: Store, answer: Response): Response {
  try {
    guard.admit();
    return answer;
  } catch (error) {
    const { code, message } = error as Failure;
    return Response.json({ code, message }, { status: failureStatus[code] });
  }
}

function closed(): Response {
  return Response.json(
    { code: "not-found", message: "There is no such route. See /api/openapi.json." },
    { status: 404 },
  );
}

/** The person as the database has them now: a role that was changed counts at once, a disabled log-in is nobody. */
async function personActor(store: Store, id: string, sessionId: string): Promise<Actor> {
  const person = await getPerson(store.reader, id);
  if (!person || person.disabled) return anonymous;
  const { name, email, role, agencyId } = person;
  return { type: "person", id, name, email, role, agencyId, sessionId };
}

function optionsOf({ store, clock = wallClock, secret, publicUrl }: AuthParts) {
  return {
    appName: "Haechi",
    secret,
    basePath: "/api/auth",
    ...(publicUrl && { baseURL: publicUrl }),
    trustedOrigins: (request?: Request) => [
      ...(request ? [new URL(request.url).origin] : []),
      ...(publicUrl ? [publicUrl] : []),
    ],
    database: prismaAdapter(authClient(store), { provider: "sqlite" }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    user: {
      additionalFields: {
        role: { type: "string", input: false, defaultValue: "operator" },
        agencyId: { type: "string", input: false, required: false },
        disabled: { type: "boolean", input: false, defaultValue: false },
      },
    },
    session: { expiresIn: (12 * HOUR) / 1000, updateAge: HOUR / 1000, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: "memory",
      window: 60,
      max: 300,
      customRules: { "/sign-in/email": SIGN_IN_LIMIT, "/change-password": SIGN_IN_LIMIT },
    },
    advanced: {
      cookiePrefix: "haechi",
      // said, not left to the default: better-auth skips the check where NODE_ENV is test
      disableOriginCheck: false,
      useSecureCookies: publicUrl?.startsWith("https:") ?? false,
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    databaseHooks: { session: { create: { before: refuseDisabled(store) } } },
    hooks: { after: recordSignIns(store, clock) },
    telemetry: { enabled: false },
    logger: { level: "error" },
  } as const satisfies Parameters<typeof betterAuth>[0];
}

/** Tries to sign in from one address, by time in seconds. */
const SIGN_IN_LIMIT = { window: MINUTE / 1000, max: 30 };

type NewSession = { userId: string };

function refuseDisabled(store: Store) {
  return async ({ userId }: NewSession): Promise<void> => {
    const person = await getPerson(store.reader, userId);
    if (!person || person.disabled)
      throw new APIError("FORBIDDEN", { code: "DISABLED", message: "This log-in is disabled. Ask the city's admin." });
  };
}
