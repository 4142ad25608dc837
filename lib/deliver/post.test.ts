import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createPost } from "./post";
import { Forbidden, Refused, Unreachable } from "./retry";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function receiver(answer: Answer): Promise<URL> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`);
}
const never = new AbortController().signal;
const failure = (sent: Promise<void>) => sent.then(() => null).catch((error: unknown) => error);

test.each([
  [400, Refused],
  [404, Refused],
  [410, Refused],
  [500, Refused],
  [408, Unreachable],
  [429, Unreachable],
  [502, Unreachable],
  [503, Unreachable],
])("an answer of %i is one of %o", async (status, kind) => {
  const url = await receiver((_, response) => response.writeHead(status, { "retry-after": "7" }).end("secret words"));
  const error = await failure(createPost("network")(url, {}, "{}", never));
  expect(error).toBeInstanceOf(kind);
  expect((error as Error).message).toBe(`answered ${status}`);
  if (error instanceof Unreachable) expect(error.retryAfterMs).toBe(7000);
});

test("a redirect is a no: it is not followed", async () => {
  let followed = false;
  const other = await receiver((_, response) => {
    followed = true;
    response.end();
  });
  const url = await receiver((_, response) => response.writeHead(307, { location: other.href }).end());
  expect(await failure(createPost("network")(url, {}, "{}", never))).toBeInstanceOf(Refused);
  expect(followed).toBe(false);
});

test("nobody there is no fault of the notice", async () => {
  const url = new URL("http://127.0.0.1:9/");
  const error = await failure(createPost("network")(url, {}, "{}", never));
  expect(error).toBeInstanceOf(Unreachable);
  expect((error as Error).message).toBe("unreachable ECONNREFUSED");
});

test("a name that leads to a forbidden address opens no socket, whatever it led to before", async () => {
  const leads = (...addresses: string[]): Parameters<typeof createPost>[1] =>
    ((_host: string, _options: object, done: (e: null, a: object[]) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      )) as never;
  const url = await receiver((_, response) => response.end());
  const named = new URL(`http://agency.example:${url.port}/hook`);
  await createPost("network", leads("127.0.0.1"))(named, {}, "{}", never);
  for (const addresses of [["169.254.169.254"], ["127.0.0.1", "169.254.169.254"]])
    expect(await failure(createPost("network", leads(...addresses))(named, {}, "{}", never))).toBeInstanceOf(Forbidden);
  expect(await failure(createPost("loopback", leads("127.0.0.1"))(named, {}, "{}", never))).toBeInstanceOf(Forbidden);
  expect(await failure(createPost("none")(url, {}, "{}", never))).toBeInstanceOf(Forbidden);
});

test("a line that the receiver closed in the moment of its use is opened again", async () => {
  let count = 0;
  const url = await receiver((request, response) => {
    count++;
    // the second request on the kept line dies with it
    if (count === 2) request.socket.destroy();
    else response.end();
  });
  const post = createPost("network");
  await post(url, {}, "{}", never);
  await new Promise(setImmediate);
  await post(url, {}, "{}", never);
  expect(count).toBe(3);
});
