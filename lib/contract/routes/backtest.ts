import { Backtest, BacktestAsk } from "../backtest";
import { defineRoutes } from "../route";
import { byId } from "./parts";

/** Trying a rule on what is stored, before it is saved. */
export const backtestRoutes = defineRoutes({
  startBacktest: {
    method: "post",
    path: "/backtests",
    permission: "admin",
    summary: "Try a rule on the last day, month or year; ends the caller's run before",
    body: BacktestAsk,
    answer: Backtest,
  },
  getBacktest: {
    method: "get",
    path: "/backtests/{id}",
    permission: "admin",
    summary: "How far it is, and what came of it; the caller's own and newest only",
    params: byId,
    answer: Backtest,
  },
  cancelBacktest: {
    method: "post",
    path: "/backtests/{id}/cancel",
    permission: "admin",
    summary: "End it",
    params: byId,
    answer: Backtest,
  },
});
