import { lookup } from "node:dns";
import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { type Failure, isFailure } from "../base/failure";
import { addressRefusal, type Reach, urlRefusal } from "./address";
import { Forbidden, Refused, Unreachable } from "./retry";

export type Post = (to: URL, headers: Record<string, string>, body: string, signal: AbortSignal) => Promise<void>;

/** Not now: the receiver, or what stands before it, will say yes later. Any other answer but 2xx is a no. */
const LATER = new Set([408, 425, 429, 502, 503, 504]);
const SOCKETS = { keepAlive: true, maxSockets: 4 };

/**
 * Sends by POST. The address that a name leads to is looked at when the socket is opened, and that very address is taken: a
 * name cannot lead elsewhere in between. Redirects are not followed. Rejects with Unreachable, Refused or Forbidden.
 */
export function createPost(reach: Reach, ask: typeof lookup = lookup): Post {
  const options = { ...SOCKETS, lookup: lookupWithin(reach, ask) };
  const agents = { "http:": new HttpAgent(options), "https:": new HttpsAgent(options) };
  return async (to, headers, body, signal) => {
    const refusal = urlRefusal(to, reach);
    if (refusal) throw forbidden(refusal);
    const once = () => send(to, headers, body, signal, agents[to.protocol === "https:" ? "https:" : "http:"]);
    const answer = await once().catch((error: Stale) => {
      // the receiver closed a kept line in the moment in which it was used: that is no failure of anybody
      if (error.stale) return once();
      throw error;
    });
    answer.resume();
    check(answer);
  };
}

type Stale = Error & { stale?: boolean };

function send(
  to: URL,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
  agent: HttpAgent,
): Promise<IncomingMessage> {
  const start = to.protocol === "https:" ? httpsRequest : httpRequest;
  const length = String(Buffer.byteLength(body));
  const all = { "content-type": "application/json", "user-agent": "Haechi", ...headers, "content-length": length };
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = start(to, { method: "POST", headers: all, agent, signal }, resolve);
    sent.on("error", (error: NodeJS.ErrnoException) => {
      const stale = sent.reusedSocket && error.code === "ECONNRESET";
      reject(isFailure(error) ? forbidden(error) : Object.assign(new Unreachable(reason(error)), { stale }));
    });
    sent.end(body);
  });
}

function forbidden({ detail }: Failure): Forbidden {
  return new Forbidden(String(detail));
}

function check({ statusCode = 0, headers }: IncomingMessage): void {
  if (statusCode >= 200 && statusCode < 300) return;
  // what the receiver wrote is not repeated: an address that was set to spy on this network must learn nothing by it
  const said = `answered ${statusCode}`;
  if (!LATER.has(statusCode)) throw new Refused(said);
  const seconds = Number(headers["retry-after"]);
  throw new Unreachable(said, Number.isFinite(seconds) ? seconds * 1000 : 0);
}

function reason(error: NodeJS.ErrnoException): string {
  return error.name === "AbortError" ? "no-answer" : `unreachable ${error.code ?? error.message}`;
}

/** Resolves names as `ask` does, and refuses those that lead out of `reach`. */
export function lookupWithin(reach: Reach, ask: typeof lookup): LookupFunction {
  return (host, options, done) => {
    ask(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, "");
      for (const { address } of addresses) {
        const refusal = addressRefusal(address, reach);
        if (refusal) return done(refusal, "");
      }
      const [first] = addresses;
      if (options.all) done(null, addresses);
      else done(null, first?.address ?? "", first?.family);
    });
  };
}
