import type { Table } from "../analyze/forecast/table";
import { tableOf } from "../analyze/forecast/table";
import { type Folds, foldsOf } from "./folds";
import { type History, type Packed, unpack } from "./history";
import { doJob, type Job } from "./job";

// One of the crew: the first message is the history, each one after it a job.
let known: (History & { table: Table; folds: Folds }) | null = null;

process.on("message", (message: Packed | Job) => {
  if (!known) known = learnt(message as Packed);
  else process.send?.(doJob(message as Job, known.recipe, known.streams, known.table, known.folds));
});

function learnt(packed: Packed): typeof known {
  const streams = unpack(packed);
  const table = tableOf(packed.recipe, streams);
  return { recipe: packed.recipe, streams, table, folds: foldsOf(table) };
}
