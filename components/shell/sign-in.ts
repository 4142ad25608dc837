import { createClient } from "@/lib/client/client";
import { homeOf } from "./home-of";

/** Why a sign-in failed: a key of signin.problem, with what its sentence is filled with. */
export type SignInProblem =
  | { key: "missing" | "wrong" | "blocked" | "unreachable" | "storage" }
  | { key: "tooMany"; seconds: number }
  | { key: "other"; status: number };

export type SignInOutcome = { ok: true; home: string } | { ok: false; problem: SignInProblem };

/** Signs in with email and password at the city, and says where the person's work is. */
export async function signIn(email: string, password: string, send: typeof fetch = fetch): Promise<SignInOutcome> {
  if (!email || !password) return failed({ key: "missing" });
  const answer = await send("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  }).catch(() => null);
  if (!answer) return failed({ key: "unreachable" });
  if (!answer.ok) return failed(await problemOf(answer));
  const me = await createClient("", { fetch: send })
    .call("getMe", {})
    .catch(() => null);
  return { ok: true, home: me ? homeOf(me) : "/" };
}

const failed = (problem: SignInProblem): SignInOutcome => ({ ok: false, problem });

async function problemOf(answer: Response): Promise<SignInProblem> {
  if (answer.status === 401) return { key: "wrong" };
  if (answer.status === 403) return { key: "blocked" };
  if (answer.status === 429) {
    const wait = answer.headers.get("x-retry-after") ?? answer.headers.get("retry-after");
    return { key: "tooMany", seconds: Number(wait) || 60 };
  }
  // a malformed email is refused before the password is looked at: to the person it is the same mistake
  if (answer.status === 400 || answer.status === 422) return { key: "wrong" };
  if (answer.status === 503 && (await codeOf(answer)) === "storage-unavailable") return { key: "storage" };
  if (answer.status === 502 || answer.status === 503) return { key: "unreachable" };
  return { key: "other", status: answer.status };
}

async function codeOf(answer: Response): Promise<unknown> {
  return ((await answer.json().catch(() => null)) as { code?: unknown } | null)?.code;
}
