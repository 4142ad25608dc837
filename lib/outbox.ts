import type { Logger } from "pino";
import { type Clock, DAY, wallClock } from "./base/clock";
import { timeId } from "./base/id";
import type { Reach } from "./deliver/address";
import { type Command, giveToDevice } from "./deliver/command";
import { createDeliveries } from "./deliver/deliveries";
import { Dispatcher } from "./deliver/dispatcher";
import { createPost } from "./deliver/post";
import { giveToWebhook } from "./deliver/webhook";
import { openWebhookSecret } from "./guard/webhook-secret";
import { forgetNotices } from "./store/notice/forget-notices";
import type { Store } from "./store/open";

type Parts = {
  store: Store;
  clock: Clock;
  deviceMaster: Buffer;
  /** What kind of city speaks: webhooks carry it. */
  city: { mode: "live" | "exercise"; demo: boolean };
  /** HAECHI_WEBHOOKS; null where it is not set. */
  webhooks: "on" | "loopback" | "off" | null;
  command: Command;
  log: Logger;
};

/** Tries at once. Agencies and signs do not take each other's place. */
const AT_ONCE = { agency: 64, device: 64 };
const KEPT = { delivered: 7 * DAY, dead: 30 * DAY };

/** Wires what leaves the house. Nothing leaves before `dispatcher.start()`. */
export function openOutbox({ store, clock, deviceMaster, city, webhooks, command, log }: Parts) {
  const reach = reachOf(city, webhooks);
  const webhook = {
    store,
    post: createPost(reach),
    openSecret: (agencyId: string, cipher: string) => openWebhookSecret(deviceMaster, agencyId, cipher),
    status: city.mode === "exercise" ? ("Exercise" as const) : city.demo ? ("Test" as const) : ("Actual" as const),
    wallNow: () => wallClock.now(),
  };
  const dispatcher = new Dispatcher({
    store,
    channels: {
      agency: { give: (id) => giveToWebhook(webhook, id), atOnce: AT_ONCE.agency },
      device: { give: (id) => giveToDevice(command, id), atOnce: AT_ONCE.device },
    },
    clock,
    wall: wallClock,
    random: Math.random,
    onError: (error) => log.error({ err: error }, "the outbox could not read or write"),
  });
  return {
    dispatcher,
    deliveries: createDeliveries({ store, dispatcher, webhook, reach, newId: timeId }),
    /** Takes away what was told long ago; a little at a time. */
    forget: () => forgetNotices(store, { delivered: clock.now() - KEPT.delivered, dead: clock.now() - KEPT.dead }),
  };
}

export type Outbox = ReturnType<typeof openOutbox>;

/** Only a real city sends to the network; a demo and an exercise to this machine at most, and only where they were told so. */
export function reachOf(city: Parts["city"], webhooks: Parts["webhooks"]): Reach {
  if (webhooks === "off") return "none";
  if (webhooks === "loopback") return "loopback";
  return city.mode === "live" && !city.demo ? "network" : "none";
}
