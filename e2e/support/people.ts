import type { BrowserContext } from "@playwright/test";
import { type Client, createClient } from "../../lib/client/client";
import type { Role } from "../../lib/contract/people";
import { PASSWORD } from "./city";

export type SignedIn = { cookie: string; api: Client; enter(context: BrowserContext): Promise<void> };

/** Signs a role in as its page does, and gives its cookie, the typed client and the way into a browser. */
export async function signIn(url: string, role: Role): Promise<SignedIn> {
  return signInAs(url, `${role}@haechi.local`);
}

/** The same for anybody who has the password of the tests. */
export async function signInAs(url: string, email: string): Promise<SignedIn> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status} ${await response.text()}`);
  const pairs = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  const cookie = pairs.join("; ");
  return {
    cookie,
    api: createClient(url, { headers: { cookie, origin: url } }),
    enter: (context) => context.addCookies(pairs.map((pair) => cookieOf(pair, url))),
  };
}

function cookieOf(pair: string, url: string) {
  const at = pair.indexOf("=");
  return { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)), url };
}
