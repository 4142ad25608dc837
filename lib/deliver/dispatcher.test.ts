import { setTimeout as sleep } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Notice } from "../contract/notice";
import { countNotices } from "../store/notice/count-notices";
import { enqueue } from "../store/notice/enqueue";
import { enqueueCommand } from "../store/notice/enqueue-command";
import type { Store } from "../store/open";
import { testStore } from "../store/test-store";
import { putWebhook } from "../store/webhook/webhooks";
import { type Command, giveToDevice } from "./command";
import { Dispatcher } from "./dispatcher";
import { Refused, Unreachable } from "./retry";
import { giveToWebhook } from "./webhook";

const SECRETS = {
  new: `whsec_${btoa("a new secret of an agency")}`,
  old: `whsec_${btoa("an old secret of an agency")}`,
};
const NOW = Date.now();
type Sent = { to: string; headers: Record<string, string>; body: string };

const brief = { id: "i1", title: "t", hazard: "flood", level: 3, state: "open", lat: 37.5, lon: 127 } as const;
const incident = { ...brief, openedAt: NOW, openedBy: "o", closedAt: null, closedBy: null, cause: null };
const opened = (id: string, to: string | null = null): Extract<Notice, { kind: "incident.opened" }> => {
  return { id, kind: "incident.opened", subject: "incident:i1", at: NOW, to, data: incident };
};

async function agencies(store: Store, ...ids: string[]): Promise<void> {
  await store.write(async (tx) => {
    for (const id of ids) {
      await tx.agency.create({ data: { id, nameKo: id, nameEn: id } });
      const secret = { secretCipher: SECRETS.new, oldCipher: SECRETS.old, oldUntil: NOW + 60_000 };
      await putWebhook(tx, { agencyId: id, url: `http://${id}.example/hook`, events: ["incident.opened"], ...secret });
    }
  });
}

/** A start of the city's outbox; `answer` is the world outside. */
async function open(store: Store, answer: (sent: Sent) => void | Promise<void>, command: Command = async () => []) {
  const sent: Sent[] = [];
  const errors: unknown[] = [];
  const post = async (url: URL, headers: Record<string, string>, body: string) => {
    sent.push({ to: url.hostname.split(".")[0] ?? "", headers, body });
    await answer(sent.at(-1) as Sent);
  };
  const openSecret = (_: string, cipher: string) => cipher;
  const webhook = { store, post, openSecret, status: "Actual" as const, wallNow: () => Date.now() };
  const clock = { now: () => Date.now() };
  const dispatcher = new Dispatcher({
    store,
    channels: {
      agency: { give: (id) => giveToWebhook(webhook, id), atOnce: 8 },
      device: { give: (id) => giveToDevice(command, id), atOnce: 8 },
    },
    clock,
    wall: clock,
    random: () => 0,
    onError: (error) => errors.push(error),
  });
  onTestFinished(() => dispatcher.stop());
  await dispatcher.start();
  const ids = (to: string) => sent.filter((s) => s.to === to).map((s) => s.headers["webhook-id"]);
  return { dispatcher, sent, errors, ids };
}

async function until(fits: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await fits())) await sleep(2);
}
const empty = (store: Store) => async () => (await store.reader.notice.count({ where: { state: "pending" } })) === 0;

describe("the outbox", () => {
  test("takes one row for each that asked for it, none for nobody, and none of what was not committed", async () => {
    const store = await testStore();
    await store.write((tx) => enqueue(tx, opened("n0")));
    await agencies(store, "police", "fire");
    await store.write((tx) =>
      enqueue(tx, opened("n1"), opened("n2", "fire"), { ...opened("n3"), kind: "incident.closed" }),
    );
    const broken = store.write(async (tx) => {
      await enqueue(tx, opened("n4"));
      throw new Error("changed my mind");
    });
    await expect(broken).rejects.toThrow("changed my mind");
    const rows = await store.reader.notice.findMany({ orderBy: { seq: "asc" } });
    expect(rows.map((r) => [r.id, r.receiver]).toSorted()).toEqual([
      ["n1", "agency:fire"],
      ["n1", "agency:police"],
      ["n2", "agency:fire"],
    ]);
  });

  test("is emptied after a restart too, each notice signed by both secrets while one is being changed", async () => {
    const store = await testStore();
    await agencies(store, "police");
    await store.write((tx) => enqueue(tx, opened("n1")));
    const { sent, dispatcher } = await open(store, () => undefined);
    await until(empty(store));
    await store.write((tx) => enqueue(tx, opened("n2")));
    dispatcher.ring();
    await until(empty(store));
    expect(sent.map((s) => s.headers["webhook-id"])).toEqual(["n1", "n2"]);
    for (const { headers, body } of sent)
      for (const secret of [SECRETS.new, SECRETS.old]) {
        const told = new Webhook(secret).verify(body, headers);
        expect(told).toEqual({
          type: "incident.opened",
          timestamp: new Date(NOW).toISOString(),
          status: "Actual",
          data: incident,
        });
      }
    expect(() => new Webhook(SECRETS.new).verify(`${sent[0]?.body} `, sent[0]?.headers ?? {})).toThrow();
  });

  test("gives again, under the same id, what was given and not marked when the city died", async () => {
    const store = await testStore();
    await agencies(store, "police");
    await store.write((tx) => enqueue(tx, opened("n1"), opened("n2")));
    const batch = store.batch;
    // the disk takes no mark any more: as if the city had died behind the last answer
    store.batch = () => Promise.reject(new Error("gone"));
    const first = await open(store, () => undefined);
    await until(() => first.errors.length === 1);
    await first.dispatcher.stop();
    store.batch = batch;
    const second = await open(store, () => undefined);
    await until(empty(store));
    expect([first.ids("police"), second.ids("police")]).toEqual([
      ["n1", "n2"],
      ["n1", "n2"],
    ]);
  });

  test("lets a dead receiver and one that refuses starve nobody; what they missed can be sent again", async () => {
    const store = await testStore();
    await agencies(store, "dead", "rude", "fire");
    const down = new Set(["dead", "rude"]);
    const { dispatcher, ids } = await open(store, ({ to }) => {
      if (down.has(to)) throw to === "dead" ? new Unreachable("ECONNREFUSED") : new Refused("answered 400");
    });
    for (let i = 0; i < 8; i++) {
      await store.write((tx) => enqueue(tx, opened(`n${String(i).padStart(2, "0")}`)));
      dispatcher.ring();
    }
    await until(() => ids("fire").length === 8);
    expect(ids("fire")).toEqual([...new Set(ids("fire"))].toSorted());
    const counts = () => countNotices(store).then((c) => Object.fromEntries(c.map((r) => [r.receiver, r.queue])));
    expect(await counts()).toEqual({ "agency:dead": 8, "agency:rude": 8 });
    expect(new Set([...ids("dead"), ...ids("rude")])).toEqual(new Set(["n00"]));
    down.clear();
    for (const id of ["dead", "rude"]) dispatcher.retryNow(`agency:${id}`);
    await until(empty(store));
    expect([...new Set(ids("dead"))]).toEqual(ids("fire"));
  });

  test("gives an order when its device connects, and only the newest of a kind", async () => {
    const store = await testStore();
    const lines = new Map<string, unknown[]>();
    const { dispatcher } = await open(
      store,
      () => undefined,
      async (id, order) => {
        const line = lines.get(id);
        line?.push(order);
        return line ? [{ ok: true }] : [];
      },
    );
    const show = (id: string, text: string) => {
      const order = { kind: "display", text };
      return store.write((tx) =>
        enqueueCommand(tx, { id, deviceId: "sign", subject: "s", at: NOW, expiresAt: null, order }),
      );
    };
    for (const [id, text] of [
      ["c1", "flood"],
      ["c2", "closed"],
    ] as const)
      await show(id, text);
    dispatcher.ring();
    await sleep(10);
    expect((await store.reader.notice.findMany()).map((r) => [r.id, r.state, r.attempts])).toEqual([
      ["c2", "pending", 0],
    ]);
    lines.set("sign", []);
    dispatcher.wake("device:sign");
    await until(empty(store));
    expect(lines.get("sign")).toEqual([{ id: "c2", kind: "display", text: "closed" }]);
  });
});
