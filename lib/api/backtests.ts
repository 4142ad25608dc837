import { Failure } from "../base/failure";
import { type Backtest, spanMs } from "../contract/backtest";
import { type Actor, actorName } from "../guard/actor";
import { listRules } from "../store/rule/list-rules";
import { listZones } from "../store/zone/list-zones";
import type { Handlers } from "./asked";
import { checkRule } from "./check-rule";
import type { ApiContext } from "./context";
import { found } from "./record";
import { runBacktest } from "./run-backtest";

type Job = { owner: string; abort: AbortController; test: Backtest };
type Names = "startBacktest" | "getBacktest" | "cancelBacktest";

const nothing = {
  readings: 0,
  streams: 0,
  tookMs: 0,
  counts: { now: 0, before: 0, added: 0, gone: 0 },
  compared: false,
  days: [],
  episodes: [],
};

/** Trying a rule before it is saved. One run a person: a new one ends the one before; results are kept until then. */
export function backtestHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { store, clock, view, newId } = context;
  const jobs = new Map<string, Job>();

  async function run(job: Job, asked: Pick<Parameters<typeof runBacktest>[0], "rule" | "present">): Promise<void> {
    const { from, to } = job.test;
    const { signal } = job.abort;
    const progress = (share: number) => {
      job.test = { ...job.test, progress: Math.min(1, share) };
    };
    const known = { devices: view.watched(), zones: await listZones(store) };
    const result = await runBacktest({ store, ...known, ...asked, from, to, signal, progress });
    job.test = { ...job.test, ...result, progress: 1, state: signal.aborted ? "cancelled" : "done" };
  }

  const ownJob = (id: string, actor: Actor): Job => {
    const job = jobs.get(actorName(actor));
    return found(job?.test.id === id ? job : null, "backtest", id);
  };

  return {
    startBacktest: async ({ body: { rule, ruleId, span }, actor }) => {
      await checkRule(context, rule);
      if (rule.measure.type === "silence") throw silent;
      const present = (await listRules(store)).find((r) => r.id === ruleId) ?? null;
      const to = clock.now();
      const test = { id: newId(), state: "running", progress: 0, from: to - spanMs[span], to, ...nothing } as const;
      const job: Job = {
        owner: actorName(actor),
        abort: new AbortController(),
        test: { ...test, days: [], episodes: [] },
      };
      jobs.get(job.owner)?.abort.abort();
      jobs.set(job.owner, job);
      run(job, { rule, present: present?.measure.type === "silence" ? null : present }).catch((error: unknown) => {
        console.error(error);
        job.test = { ...job.test, state: "failed" };
      });
      return job.test;
    },
    getBacktest: async ({ params: { id }, actor }) => ownJob(id, actor).test,
    cancelBacktest: async ({ params: { id }, actor }) => {
      const job = ownJob(id, actor);
      job.abort.abort();
      if (job.test.state === "running") job.test = { ...job.test, state: "cancelled" };
      return job.test;
    },
  };
}

const silent = new Failure(
  "invalid",
  "A rule of silence cannot be tried on stored readings: signs of life are not kept. Save it disabled, and watch it.",
);
