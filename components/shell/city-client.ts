import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { isFailure } from "@/lib/base/failure";
import { sharedAnswer } from "@/lib/base/shared-answer";
import { type Client, createClient } from "@/lib/client/client";
import type { CityInfo, PublicSummary } from "@/lib/contract/city";
import type { Me } from "@/lib/contract/people";
import type { Transparency } from "@/lib/contract/privacy";

const CITY_URL = process.env.CITY_URL ?? "http://127.0.0.1:3000";
const PATIENCE_MS = 4000;

const impatient: typeof fetch = (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });

/** The city's HTTP contract as the person who asked for this page. Server only: it forwards their cookie. */
export async function cityClient(): Promise<Client> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const forwarded = head.get("x-forwarded-for");
  return createClient(CITY_URL, {
    headers: { cookie: jar.toString(), ...(forwarded && { "x-forwarded-for": forwarded }) },
    fetch: impatient,
  });
}

/** Who is signed in; null for nobody. Throws a Failure where the city does not answer: silence is not a sign-out. */
export const currentPerson = cache(async (): Promise<Me | null> => {
  try {
    return await (await cityClient()).call("getMe", {});
  } catch (error) {
    if (isFailure(error) && error.code === "unauthorized") return null;
    throw error;
  }
});

/** As nobody in particular: for what is the same to everybody. */
const anyone = createClient(CITY_URL, { fetch: impatient });
const askCity = sharedAnswer(5000, () => anyone.call("getCity", {}), performance.now.bind(performance));
const askTransparency = sharedAnswer(1000, () => anyone.call("getTransparency", {}), performance.now.bind(performance));
const askSummary = sharedAnswer(250, () => anyone.call("getPublicSummary", {}), performance.now.bind(performance));

let known: CityInfo | null = null;

/**
 * What city this is; null where it has not answered yet. Once known it stays known, so that a slow city never loses its
 * marks (exercise, simulated); its `now` may be old.
 */
export async function cityInfo(): Promise<CityInfo | null> {
  known = await askCity().catch(() => known);
  return known;
}

/** What citizens may know; null where the city does not answer. */
export const publicSummary = (): Promise<PublicSummary | null> => askSummary().catch(() => null);

/** What the city watches and why; null where it does not answer. */
export const transparency = (): Promise<Transparency | null> => askTransparency().catch(() => null);

/** The signed-in person, or off to the sign-in and back to `path` afterwards. */
export async function requirePerson(path: string): Promise<Me> {
  const me = await currentPerson();
  if (!me) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return me;
}
