import { Failure } from "../base/failure";
import type { Incident } from "../contract/incident";
import { proceduresFor, STEP_DONE, STEP_UNDONE, ticksOf } from "../contract/procedure";
import { putProcedures, readProcedures } from "../store/incident/procedures";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found, record, tell } from "./record";
import { closed, wholeIncident } from "./whole-incident";

type Names = "getProcedures" | "putProcedures" | "tickStep";

export function procedureHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { store } = context;
  return {
    getProcedures: () => readProcedures(store.reader),
    putProcedures: async ({ body: { before, procedures }, actor }) => {
      await store.write(async (tx) => {
        if (JSON.stringify(await readProcedures(tx)) !== JSON.stringify(before))
          throw new Failure("conflict", "Somebody changed the procedures meanwhile. Load them again.");
        await putProcedures(tx, procedures);
        const detail = { before, after: procedures };
        await record(tx, context, actor, { action: "procedures.change", subject: "procedures", detail });
      });
      return procedures;
    },
    tickStep: (asked) => tick(context, asked),
  };
}

/** Writers take turns, so that of two who tick at once the second sees the first's tick, and is told. */
async function tick(context: ApiContext, { params, body: { done }, actor }: Asked<"tickStep">): Promise<Incident> {
  const { id, stepId } = params;
  const after = await context.store.write(async (tx) => {
    const incident = await wholeIncident(tx, id);
    if (incident.state !== "open") throw closed;
    const ticked = ticksOf(incident.timeline).get(stepId);
    const steps = proceduresFor(await readProcedures(tx), incident).flatMap((p) => p.steps);
    const step = steps.find((s) => s.id === stepId);
    if (!ticked) found(step, "step of this incident's procedure", stepId);
    if (done === Boolean(ticked)) throw already(ticked?.actor);
    const detail = { stepId, step: step?.text ?? ticked?.detail.step };
    await tell(tx, context, actor, { incidentId: id, kind: done ? STEP_DONE : STEP_UNDONE, detail });
    await record(tx, context, actor, {
      action: `incident.${done ? STEP_DONE : STEP_UNDONE}`,
      subject: `incident:${id}`,
      detail,
    });
    return wholeIncident(tx, id);
  });
  await context.changed({ incidents: [after] });
  return after;
}

const already = (by: string | undefined): Failure =>
  by === undefined
    ? new Failure("conflict", "This step is not ticked. Look at the steps as they are now.")
    : new Failure("conflict", `${by} ticked this step already. Look at the steps as they are now.`);
