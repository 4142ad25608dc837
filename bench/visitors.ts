// A process of its own: asks a city for so many pages a second. Arguments: address, pages a second. Says when it has begun, and what it has seen when asked.
import { Agent, get } from "node:http";
import { setPriority } from "node:os";
import { perSecond, quantile } from "./figures";

// visitors have machines of their own: here they take what the city leaves
setPriority(10);
const [url = "", rate = "50"] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 100 });
const took: number[] = [];
let failed = 0;
const began = performance.now();
let asked = 0;

function visit(): void {
  const sent = performance.now();
  get(`${url}/`, { agent }, (response) => {
    response.resume();
    response.on("end", () => (response.statusCode === 200 ? took.push(performance.now() - sent) : failed++));
  }).on("error", () => failed++);
}

setInterval(() => {
  const due = Math.floor(((performance.now() - began) * Number(rate)) / 1000);
  for (; asked < due; asked++) visit();
}, 10);
process.on("message", () =>
  process.send?.({
    perSecond: perSecond(took.length, performance.now() - began),
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    failed,
  }),
);
process.once("disconnect", () => process.exit(0));
process.once("SIGTERM", () => process.exit(0));
process.send?.({ started: true });
