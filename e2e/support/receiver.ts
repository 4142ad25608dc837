import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

type Told = { id: string; type: string; data: { assignment?: { id: string; state: string } } };
export type Receiver = {
  url: string;
  /** What was told and rightly signed, in order, repeats too. */
  told: Told[];
  /** The secret as the admin's page showed it. */
  trust(secret: string): void;
  close(): void;
};

/** An agency's own system: a webhook on this machine. */
export async function openReceiver(): Promise<Receiver> {
  let webhook: Webhook | null = null;
  const told: Told[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    try {
      if (!webhook) throw new Error("no secret yet");
      const body = webhook.verify(Buffer.concat(parts).toString(), request.headers as Record<string, string>);
      told.push({ ...(body as Omit<Told, "id">), id: String(request.headers["webhook-id"]) });
      response.end();
    } catch {
      response.writeHead(401).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    told,
    trust: (secret) => {
      webhook = new Webhook(secret);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
