"use client";

import { Ban, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { Assignment } from "@/lib/contract/incident";
import { Moment } from "../signs/age";
import { type Stop, stopsOf } from "./assignment-steps";
import { useTook } from "./use-took";

/** The way of a request, left to right: each stop with its time and how long it took to get there. */
export function AssignmentStepper({ assignment }: { assignment: Assignment }) {
  const t = useTranslations("incident");
  return (
    <ol aria-label={t("steps")} className="flex">
      {stopsOf(assignment).map((stop, i) => (
        <StopMark key={stop.state} stop={stop} first={i === 0} />
      ))}
    </ol>
  );
}

function StopMark({ stop, first }: { stop: Stop; first: boolean }) {
  const t = useTranslations("incident");
  const took = useTook();
  const reached = stop.mark !== "ahead";
  return (
    <li aria-current={stop.mark === "now" ? "step" : undefined} className="relative min-w-0 flex-1 text-center">
      {!first && (
        <span
          aria-hidden
          className={cx(
            "absolute top-[9px] right-[calc(50%+11px)] left-[calc(-50%+11px)] border-t-2",
            reached ? "border-ok" : "border-dashed border-edge",
          )}
        />
      )}
      <Bead mark={stop.mark} />
      <span
        className={cx(
          "mt-1 block text-[0.6875rem] leading-4",
          stop.mark === "now" ? "font-semibold text-ink" : reached ? "text-ink" : "text-faint",
        )}
      >
        {t(`state.${stop.state}`)}
        <span className="sr-only"> ({t(`mark.${stop.mark}`)})</span>
      </span>
      <span className="block text-[0.6875rem] leading-4 text-muted">
        {stop.at === null ? <span aria-hidden>–</span> : <Moment at={stop.at} />}
      </span>
      <span className="block h-4 text-[0.6875rem] leading-4 text-faint">
        {stop.tookMs !== null && took(stop.tookMs)}
      </span>
    </li>
  );
}

const bead = "mx-auto flex size-5 items-center justify-center rounded-full border-2";

function Bead({ mark }: { mark: Stop["mark"] }) {
  if (mark === "done") {
    return (
      <span className={cx(bead, "border-ok bg-ok text-on-ok")}>
        <Check size={12} strokeWidth={3.5} aria-hidden />
      </span>
    );
  }
  if (mark === "ended") {
    return (
      <span className={cx(bead, "border-edge text-muted")}>
        <Ban size={12} strokeWidth={3} aria-hidden />
      </span>
    );
  }
  if (mark === "ahead") return <span className={cx(bead, "border-dashed border-edge")} />;
  return (
    <span className={cx(bead, "border-accent")}>
      <span className="size-2 rounded-full bg-accent" />
    </span>
  );
}
