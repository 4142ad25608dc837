"use client";

import { Car, Check, CheckCheck, MapPinCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { type AssignmentStep, nextSteps } from "@/lib/contract/incident";
import type { Job } from "./order-assignments";
import { stepKeys } from "./step-keys";

const icons = { accept: Check, refuse: X, "en-route": Car, arrive: MapPinCheck, clear: CheckCheck } as const;

type AnswerBarProps = { job: Job; busy: boolean; keys: boolean; onStep: (step: AssignmentStep) => void };

/** The answers that may follow now, large enough for a thumb in a moving car; `keys` where the keyboard means these. */
export function AnswerBar({ job, busy, keys, onStep }: AnswerBarProps) {
  const t = useTranslations("dispatch");
  const steps = nextSteps[job.assignment.state];
  if (steps.length === 0) return null;
  return (
    <div className="flex gap-2" data-answers>
      {steps.map((step) => {
        const Icon = icons[step];
        return (
          <Button
            key={step}
            size="lg"
            variant={step === "refuse" ? "secondary" : "primary"}
            className={cx("min-h-14", step === "refuse" ? "flex-1" : "flex-2")}
            busy={busy}
            data-step={step}
            aria-keyshortcuts={keys ? stepKeys[step] : undefined}
            onClick={() => onStep(step)}
          >
            <Icon size={20} aria-hidden />
            {t(`step.${step}`)}
            <span className="sr-only">: {job.incident.title}</span>
            {keys && (
              <span className="hidden lg:inline" aria-hidden>
                <Kbd>{stepKeys[step].toUpperCase()}</Kbd>
              </span>
            )}
          </Button>
        );
      })}
    </div>
  );
}
