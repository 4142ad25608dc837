// A process of its own: the devices in the street, each on its own line, sending single readings of this very moment.
import { FrameTemplate } from "../frame";
import { openStreet, type Sender } from "../street";
import { answer } from "./ask";
import { Histogram } from "./histogram";

const template = new FrameTemplate(1);
let senders: Sender[] = [];
let timer: NodeJS.Timeout | null = null;
let accepted = 0;
const took = new Histogram();

/** One reading of the device whose turn it is, at the time it is; never twice at the same. */
function sendOne(sender: Sender): void {
  sender.at = Math.max(Date.now(), sender.at + 1);
  sender.line.socket.write(template.make(sender.frame++, sender.at));
}

const verbs = {
  open: async ({ url, keys }: { url: string; keys: [string, string][] }) => {
    senders = await openStreet(url, new Map(keys));
    for (const sender of senders) {
      sender.line.heard = (_, said) => {
        if ("code" in said) return;
        accepted += said.accepted;
        took.add(Date.now() - sender.at);
      };
    }
  },
  /** Evenly spread over the devices, until `pause`. */
  run: ({ rate }: { rate: number }) => {
    const began = performance.now();
    let sent = 0;
    timer = setInterval(() => {
      const due = Math.floor(((performance.now() - began) * rate) / 1000);
      for (; sent < due; sent++) {
        const sender = senders[sent % senders.length];
        if (sender) sendOne(sender);
      }
    }, 1);
  },
  pause: () => {
    if (timer) clearInterval(timer);
  },
  /** Readings acknowledged, and p99 from sent to acknowledged, since the last time it was asked. */
  figures: () => {
    const figures = { accepted, p99: took.quantile(0.99) };
    accepted = 0;
    took.clear();
    return figures;
  },
};
export type FieldVerbs = typeof verbs;
answer(verbs);
