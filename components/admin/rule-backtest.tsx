"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { isFailure } from "@/lib/base/failure";
import { createClient } from "@/lib/client/client";
import { type Backtest, BacktestSpan } from "@/lib/contract/backtest";
import type { RuleBody } from "@/lib/contract/rule";
import { BacktestResult } from "./backtest-result";
import { FailureNote } from "./failure-note";
import { useDeed } from "./use-city";

const city = createClient("");
const LOOK_MS = 300;

/** What the rule in the form would have raised, beside the one in force. `rule` null: the form has faults. */
export function RuleBacktest({ rule, ruleId }: { rule: RuleBody | null; ruleId?: string }) {
  const t = useTranslations("admin.backtest");
  const [span, setSpan] = useState<BacktestSpan>("month");
  const start = useDeed("startBacktest");
  const { test, follow, cancel } = useRun();
  const running = test?.state === "running";
  const run = async () => {
    if (!rule) return;
    const begun = await start.run({ body: { rule, span, ...(ruleId && { ruleId }) } });
    if (begun) follow(begun);
  };
  return (
    <Panel level={3} title={t("title")}>
      <div className="flex flex-col gap-3">
        <p className="text-muted text-sm">{t("lead")}</p>
        <div className="flex flex-wrap items-center gap-2">
          <span className="w-40">
            <Select
              aria-label={t("span")}
              value={span}
              onChange={(event) => setSpan(BacktestSpan.parse(event.target.value))}
            >
              {BacktestSpan.options.map((one) => (
                <option key={one} value={one}>
                  {t(`spans.${one}`)}
                </option>
              ))}
            </Select>
          </span>
          <Button onClick={() => void run()} busy={start.busy} disabled={!rule || running}>
            {t("run")}
          </Button>
          {running && (
            <Button variant="ghost" onClick={() => void cancel()}>
              {t("cancel")}
            </Button>
          )}
        </div>
        {!rule && <p className="text-muted text-sm">{t("faulty")}</p>}
        {start.failure && <FailureNote failure={start.failure} />}
        {running && <Progress share={test.progress} />}
        {test?.state === "cancelled" && <p role="status">{t("cancelled")}</p>}
        {test?.state === "failed" && <p role="alert">{t("failed")}</p>}
        {test?.state === "done" && <BacktestResult test={test} />}
      </div>
    </Panel>
  );
}

function Progress({ share }: { share: number }) {
  const t = useTranslations("admin.backtest");
  const percent = Math.round(share * 100);
  return (
    <div role="status" className="flex items-center gap-3 text-sm">
      <progress
        className="h-2 w-full max-w-sm accent-(--color-accent)"
        value={share}
        max={1}
        aria-label={t("running")}
      />
      <span className="tabular-nums">{percent} %</span>
    </div>
  );
}

/** One run, looked at until it is over. */
function useRun() {
  const [test, setTest] = useState<Backtest | null>(null);
  const id = test?.state === "running" ? test.id : null;
  useEffect(() => {
    if (!id) return;
    const look = () =>
      city.call("getBacktest", { params: { id } }).then(
        (next) => setTest((old) => (old?.id === id ? next : old)),
        // another run of the same person has taken its place; a line that is down is tried again
        (error: unknown) =>
          isFailure(error) && error.code === "not-found" && setTest((old) => old && { ...old, state: "cancelled" }),
      );
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [id]);
  const cancel = async () => {
    if (id) setTest(await city.call("cancelBacktest", { params: { id } }).catch(() => test));
  };
  return { test, follow: setTest, cancel };
}
