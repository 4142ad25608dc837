import { Hono } from "hono";
import { expect, it } from "vitest";
import { clientAddress } from "./client-address";

const seen = async (remote: string, forwarded: string | null, behindProxy: boolean, local = "10.0.0.1") => {
  const app = new Hono().get("/", (c) => c.json(clientAddress(c, behindProxy)));
  const headers: Record<string, string> = forwarded === null ? {} : { "x-forwarded-for": forwarded };
  const env = { incoming: { socket: { remoteAddress: remote, localAddress: local } } };
  return (await app.request("/", { headers }, env)).json();
};

it("believes x-forwarded-for only of a proxy on this host, and only its last word", async () => {
  expect(await seen("10.9.9.9", "1.2.3.4", true)).toEqual({ address: "10.9.9.9", ownPages: false });
  expect(await seen("127.0.0.1", "6.6.6.6, 1.2.3.4", true)).toEqual({ address: "1.2.3.4", ownPages: false });
});

it("cannot be talked out of counting by a forged header where no proxy stands", async () => {
  expect(await seen("127.0.0.1", "1.2.3.4", false)).toEqual({ address: "127.0.0.1", ownPages: true });
  expect(await seen("10.9.9.9", "127.0.0.1", false)).toEqual({ address: "10.9.9.9", ownPages: false });
});

it("knows its own web process, whatever address the city listens on", async () => {
  expect(await seen("10.0.0.1", null, false)).toMatchObject({ ownPages: true });
  expect(await seen("::ffff:127.0.0.1", null, false)).toMatchObject({ ownPages: true });
});
