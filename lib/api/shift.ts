import { Failure } from "../base/failure";
import type { Handover } from "../contract/handover";
import { actorName, displayName } from "../guard/actor";
import { addHandover, getHandover, listHandovers, takeHandover } from "../store/shift/handovers";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found, record } from "./record";
import { shiftState } from "./shift-state";

type Names = "muteDesk" | "getShift" | "listHandovers" | "writeHandover" | "takeHandover";
/** Handovers in one answer: about a week. */
const MOST = 20;

export function shiftHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { store, clock } = context;
  return {
    muteDesk: async ({ body: { minutes }, actor }) => {
      const act = { action: minutes === 0 ? "desk.unmute" : "desk.mute", subject: "desk", detail: { minutes } };
      await store.write((tx) => record(tx, context, actor, act));
      return { ok: true };
    },
    getShift: () => shiftState(store.reader, clock.now()),
    listHandovers: async () => ({ handovers: await listHandovers(store.reader, MOST) }),
    writeHandover: (asked) => write(context, asked),
    takeHandover: (asked) => take(context, asked),
  };
}

/** What stands open is taken in the same transaction: it is what was true when the note was written. */
async function write(context: ApiContext, { body: { note }, actor }: Asked<"writeHandover">): Promise<Handover> {
  const [id, at] = [context.newId(), context.clock.now()];
  return context.store.write(async (tx) => {
    const state = await shiftState(tx, at);
    await addHandover(tx, { id, at, by: displayName(actor), byActor: actorName(actor), note, state });
    const detail = { note, incidents: state.incidents.length, overdue: state.overdue.length };
    await record(tx, context, actor, { action: "shift.handover", subject: `handover:${id}`, detail });
    return found(await getHandover(tx, id), "handover", id);
  });
}

async function take(context: ApiContext, { params: { id }, actor }: Asked<"takeHandover">): Promise<Handover> {
  return context.store.write(async (tx) => {
    const before = found(await getHandover(tx, id), "handover", id);
    if (before.byActor === actorName(actor))
      throw new Failure("invalid", "You wrote this handover. The next operator takes it over.");
    if (!(await takeHandover(tx, id, { at: context.clock.now(), by: displayName(actor) })))
      throw new Failure("conflict", `${before.takenBy} has taken this shift over already.`);
    await record(tx, context, actor, { action: "shift.take", subject: `handover:${id}`, detail: { from: before.by } });
    return found(await getHandover(tx, id), "handover", id);
  });
}
