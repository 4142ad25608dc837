"use client";

import { BellOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { IncomingCard } from "./incoming-card";
import { JobRow } from "./job-row";
import type { Jobs } from "./order-assignments";
import { useConsole } from "./use-console";

/** What waits for an answer, large; below it what is under way. Numbered through for the keys 1 to 9. */
export function RequestLists({ jobs }: { jobs: Jobs }) {
  const t = useTranslations("dispatch");
  const chosenId = useConsole((state) => state.chosenId);
  const waiting = jobs.incoming.length;
  return (
    <>
      <List title={t("incoming.title")} count={waiting}>
        {waiting === 0 ? (
          <EmptyState icon={BellOff} title={t("incoming.empty")} text={t("incoming.emptyHint")} className="py-6" />
        ) : (
          <ul className="space-y-3 p-3">
            {jobs.incoming.map((job, i) => (
              <IncomingCard key={job.assignment.id} job={job} number={i + 1} chosen={job.assignment.id === chosenId} />
            ))}
          </ul>
        )}
      </List>
      <List title={t("running.title")} count={jobs.running.length}>
        {jobs.running.length === 0 ? (
          <p className="px-3 py-4 text-sm text-muted">{t("running.empty")}</p>
        ) : (
          <ul className="divide-y divide-line">
            {jobs.running.map((job, i) => (
              <JobRow
                key={job.assignment.id}
                job={job}
                number={waiting + i + 1}
                chosen={job.assignment.id === chosenId}
              />
            ))}
          </ul>
        )}
      </List>
    </>
  );
}

/** What ended today, newest first. */
export function HistoryList({ jobs }: { jobs: Jobs }) {
  const t = useTranslations("dispatch.history");
  const chosenId = useConsole((state) => state.chosenId);
  return (
    <List title={t("title")} count={jobs.ended.length}>
      {jobs.ended.length === 0 ? (
        <p className="px-3 py-4 text-sm text-muted">{t("empty")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {jobs.ended.map((job) => (
            <JobRow key={job.assignment.id} job={job} chosen={job.assignment.id === chosenId} />
          ))}
        </ul>
      )}
    </List>
  );
}

function List({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <section>
      <h2 className="sticky top-0 z-10 flex items-center gap-2 border-b border-line bg-panel px-3 py-2 text-sm font-semibold">
        {title}
        <span className="text-muted">{count}</span>
      </h2>
      {children}
    </section>
  );
}
