import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { Failure, isFailure } from "../base/failure";

/** What is asked of a camera: at most so many bytes within so many ms. */
export type CameraAsk = { url: URL; user: string; password: string; most: number; ms: number; range?: string | null };
export type CameraSaid = { bytes: Buffer; status: 200 | 206; url: URL; contentRange: string | null };
export type FetchCamera = (ask: CameraAsk) => Promise<CameraSaid>;

export type Within = {
  /** Why this address is never called, or null. */
  refusal(url: URL): Failure | null;
  /** Resolves names, and refuses those that lead where nothing may be called. */
  lookup: LookupFunction;
};

const MOST_REDIRECTS = 3;

/**
 * Asks a camera by GET. Redirects are followed to the camera's own host alone, and its password goes nowhere else. Rejects with
 * Failure `busy` where it does not answer, `forbidden` where it may not be called, `invalid` where it answers too much or with a no.
 */
export function createFetchCamera({ refusal, lookup }: Within): FetchCamera {
  const options = { keepAlive: true, maxSockets: 8, lookup };
  const agents = { "http:": new HttpAgent(options), "https:": new HttpsAgent(options) };
  return async (ask) => {
    const signal = AbortSignal.timeout(ask.ms);
    let { url } = ask;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const refused = refusal(url);
      if (refused) throw refused;
      const answer = await send(ask, url, agents[url.protocol === "https:" ? "https:" : "http:"], signal);
      const to = redirect(answer, url);
      if (!to) return read(answer, ask, url);
      answer.resume();
      if (!ownHost(to, ask.url))
        throw new Failure("forbidden", "The camera sends on to another host. It is not followed.");
      url = to;
    }
    throw new Failure("invalid", "The camera sends on and on. Correct its address.");
  };
}

/** The camera itself: the same host and port, or the same host by https instead of http. */
export function ownHost(url: URL, camera: URL): boolean {
  if (url.username || url.password) return false;
  if (url.protocol === camera.protocol) return url.host === camera.host;
  return (
    camera.protocol === "http:" && url.protocol === "https:" && url.hostname === camera.hostname && url.port === ""
  );
}

function send(ask: CameraAsk, url: URL, agent: HttpAgent, signal: AbortSignal): Promise<IncomingMessage> {
  const { user, password, range } = ask;
  const headers: Record<string, string> = { "user-agent": "Haechi", accept: "*/*" };
  if (user || password) headers.authorization = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  if (range) headers.range = range;
  const options: RequestOptions = { method: "GET", headers, agent, signal };
  const start = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = start(url, options, resolve);
    sent.on("error", (error) => reject(isFailure(error) ? error : silent()));
    sent.end();
  });
}

function redirect({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || !headers.location) return null;
  return URL.canParse(headers.location, from.href) ? new URL(headers.location, from.href) : null;
}

async function read(answer: IncomingMessage, { most }: CameraAsk, url: URL): Promise<CameraSaid> {
  const { statusCode = 0, headers } = answer;
  if (statusCode !== 200 && statusCode !== 206) {
    answer.resume();
    // what it wrote is not repeated: an address that was set to spy on this network must learn nothing by it
    if (statusCode === 401 || statusCode === 403)
      throw new Failure("invalid", "The camera refuses the city's password. Ask the admin.");
    throw new Failure("busy", "The camera has no picture now. Try again, or choose another one.");
  }
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > most) break;
      parts.push(part);
    }
  } catch {
    throw silent();
  }
  if (size > most) throw new Failure("invalid", "The camera sends more at once than a picture has.");
  return { bytes: Buffer.concat(parts), status: statusCode, url, contentRange: headers["content-range"] ?? null };
}

function silent(): Failure {
  return new Failure("busy", "The camera does not answer. Try again, or choose another one.");
}
