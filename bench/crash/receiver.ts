// A process of its own: an agency's webhook that outlives every city, and is not always well. Prints nothing; tells all it has heard when asked.
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

export type Heard = { id: string; type: string; about: string };
type Body = { type: string; data: { id?: string; assignment?: { id: string } } };

const webhook = new Webhook(process.env.SECRET ?? "");
const heard: Heard[] = [];
let forged = 0;
let unwell = 0;
/** One in so many is answered "later", and one in so many is heard and not answered. */
const UNWELL_EVERY = 97;
const MUTE_EVERY = 89;

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    unwell++;
    if (unwell % UNWELL_EVERY === 0) return void response.writeHead(503, { "retry-after": "0" }).end();
    try {
      const body = webhook.verify(Buffer.concat(parts).toString(), request.headers as never) as Body;
      const about = body.data.assignment?.id ?? body.data.id ?? "";
      heard.push({ id: String(request.headers["webhook-id"]), type: body.type, about });
    } catch {
      forged++;
    }
    if (unwell % MUTE_EVERY === 0) return void request.socket.destroy();
    response.end();
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
process.on("message", () => process.send?.({ heard, forged }));
process.once("disconnect", () => process.exit(0));
