import { type Clock, DAY } from "./base/clock";
import type { NewId } from "./base/id";
import type { SignState } from "./contract/device";
import type { Registry } from "./ingest/registry";
import { type SignFacts, type SignText, signText } from "./publish/sign-text";
import { enqueueCommand } from "./store/notice/enqueue-command";
import { newestCommands, type StoredCommand } from "./store/notice/newest-commands";
import type { Store } from "./store/open";

type Parts = {
  store: Store;
  clock: Clock;
  newId: NewId;
  registry: Registry;
  facts(): SignFacts;
  /** Something was put into the outbox. */
  ring(): void;
};
export type Signs = {
  /** What a sign was ordered to show and whether it said yes; undefined before its first order. */
  of(deviceId: string): SignState | undefined;
  /** Orders what signs shall show and do not; gives the devices of whose order there is news. */
  look(): Promise<string[]>;
};

const KIND = "display";
/** A sign that was off for a day is told anew what counts then. */
const VALID_MS = DAY;

/**
 * Keeps the signs at what is published: looks at what stands instead of following what happens, so that an alert raised,
 * cleared, taken back or lost with its rule ends the same way, and a crash in between is made up for at the next look.
 */
export function keepSigns(parts: Parts): Signs {
  const newest = new Map<string, StoredCommand>();
  let read = false;
  const refresh = async (ids: string[]): Promise<string[]> => {
    const stored = ids.length > 0 ? await newestCommands(parts.store, KIND, ids) : [];
    const news = stored.filter((c) => newest.get(c.deviceId)?.state !== c.state);
    for (const command of stored) newest.set(command.deviceId, command);
    return news.map((c) => c.deviceId);
  };
  return {
    of: (deviceId) => stateOf(newest.get(deviceId)),
    look: async () => {
      const signs = [...parts.registry.devices.values()].filter((d) => d.kind.showsText && d.record.retiredAt === null);
      const ids = signs.map((d) => d.record.id);
      const news = await refresh(read ? ids.filter((id) => newest.get(id)?.state === "pending") : ids);
      read = true;
      const facts = parts.facts();
      const now = parts.clock.now();
      const wanted = signs.map(({ record }) => ({ id: record.id, show: signText(record, facts) }));
      const due = wanted.filter(({ id, show }) => isDue(newest.get(id), show, now));
      if (due.length > 0) await order(parts, due, now);
      return [...new Set([...news, ...(await refresh(due.map((d) => d.id)))])];
    },
  };
}

function isDue(last: StoredCommand | undefined, show: SignText, now: number): boolean {
  if (!last) return show.text !== null;
  const same = last.order.text === show.text && last.order.level === show.level;
  if (!same) return true;
  // a sign that refused is not asked the same again; one that was away is
  return last.state === "dead" && show.text !== null && (last.expiresAt ?? 0) <= now;
}

async function order({ store, newId, ring }: Parts, due: { id: string; show: SignText }[], at: number): Promise<void> {
  await store.write(async (tx) => {
    for (const { id, show } of due) {
      const subject = show.alertId ? `alert:${show.alertId}` : `device:${id}`;
      const command = { id: newId(), deviceId: id, subject, at, expiresAt: at + VALID_MS };
      await enqueueCommand(tx, { ...command, order: { kind: KIND, ...show } });
    }
  });
  ring();
}

function stateOf(command: StoredCommand | undefined): SignState | undefined {
  if (!command) return undefined;
  const { text = null, level = null } = command.order as Partial<SignText>;
  const state = command.state === "dead" ? "failed" : command.state;
  return { text, level, state, orderedAt: command.at, acknowledgedAt: command.deliveredAt };
}
