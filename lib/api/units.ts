import { Failure } from "../base/failure";
import type { Unit } from "../contract/incident";
import { agencyExists } from "../store/agency/agency-exists";
import type { Tx } from "../store/open";
import { listUnits } from "../store/unit/list-units";
import { deleteUnit, putUnit } from "../store/unit/put-unit";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found, record } from "./record";

/** An agency's vehicles and crews, as the admin writes them down. */
export function unitHandlers(context: ApiContext): Pick<Handlers, "putUnit" | "deleteUnit"> {
  return {
    putUnit: (asked) => put(context, asked),
    deleteUnit: (asked) => remove(context, asked),
  };
}

async function put(context: ApiContext, { params: { id }, body, actor }: Asked<"putUnit">): Promise<Unit> {
  const unit = await context.store.write(async (tx) => {
    if (!(await agencyExists(tx, body.agencyId))) found(null, "agency", body.agencyId);
    if (!(await putUnit(tx, { id, ...body }, context.clock.now())))
      throw new Failure("conflict", `There is a unit "${id}" of another agency. Choose another id.`);
    await record(tx, context, actor, { action: "unit.put", subject: `unit:${id}`, detail: body });
    return oneUnit(tx, id);
  });
  await context.changed({ units: [unit] });
  return unit;
}

async function remove(context: ApiContext, { params: { id }, actor }: Asked<"deleteUnit">): Promise<{ ok: true }> {
  await context.store.write(async (tx) => {
    const outcome = await deleteUnit(tx, id);
    if (outcome === "unknown") found(null, "unit", id);
    if (outcome === "busy")
      throw new Failure("conflict", "The unit is on a request. Wait until it is free, then delete it.");
    await record(tx, context, actor, { action: "unit.delete", subject: `unit:${id}` });
  });
  await context.changed({ unitsGone: [id] });
  return { ok: true };
}

async function oneUnit(tx: Tx, id: string): Promise<Unit> {
  return found((await listUnits(tx, { id }))[0], "unit", id);
}
