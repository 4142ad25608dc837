import { Failure } from "../base/failure";

/** Asks an authority's server. Handed in, so that a test asks one of its own. */
export type Get = (url: string, signal: AbortSignal) => Promise<Response>;

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 8_000_000;

/**
 * The JSON of an address. Throws Failure `busy` where it does not answer in time or says 5xx, `forbidden` where it refuses the
 * key (the Korean data portal says so in XML, with status 200 too), `bad-request` where it answers something else. The address
 * carries the key, so no sentence names it.
 */
export async function getJson(get: Get, url: string): Promise<unknown> {
  const text = await get(url, AbortSignal.timeout(TIMEOUT_MS)).then(bodyOf, (error: unknown) => {
    const late = error instanceof Error && error.name === "TimeoutError";
    throw new Failure("busy", late ? `No answer within ${TIMEOUT_MS / 1000} s.` : "The server cannot be reached.");
  });
  if (text.trimStart().startsWith("<")) throw portalRefusal(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure("bad-request", "The answer is not JSON.");
  }
}

async function bodyOf(response: Response): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  // read in pieces: an answer without an end must not fill the memory
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > MOST_BYTES) throw new Failure("bad-request", "The answer is larger than any that is expected.");
  }
  if (response.status === 401 || response.status === 403)
    throw text.includes("<") ? portalRefusal(text) : refusedKey("");
  if (!response.ok) throw new Failure("busy", `The server answered with status ${response.status}.`);
  return text;
}

/** What the portal's gateway says in XML: 20, 30–32 are about the key, 22 is its daily limit. */
function portalRefusal(xml: string): Failure {
  const code = /<returnReasonCode>\s*(\w+)/.exec(xml)?.[1] ?? "";
  const said = /<(?:returnAuthMsg|errMsg)>\s*([\w ]+)/.exec(xml)?.[1] ?? "";
  if (["20", "30", "31", "32"].includes(code)) return refusedKey(said);
  if (code === "22") return new Failure("too-many", "The key has used up its calls of today.");
  return new Failure("busy", said ? `The portal says ${said}.` : "The portal answered with a page instead of data.");
}

function refusedKey(said: string): Failure {
  return new Failure("forbidden", `The server refuses the key${said && ` (${said})`}. Check it in the environment.`);
}
