"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { answer } from "@/components/panels/incident/city-calls";
import { type Command, useCommand } from "@/components/panels/incident/use-command";
import type { AssignmentStep } from "@/lib/contract/incident";
import { askQuestion, choose, say } from "./console-store";
import type { Job } from "./order-assignments";
import { questionOf } from "./question-of";

/** After an answer the next one takes the same place on the screen: a double press must not report an arrival. */
const REST_MS = 900;

export type Answer = {
  command: Command;
  /** True for a moment after an answer: no other is taken. */
  resting: boolean;
  /** Sends the answer, or opens the question that it needs first: which unit, why, whether really. */
  begin(step: AssignmentStep): void;
  send(step: AssignmentStep, given?: { reason?: string; unitId?: string }): Promise<void>;
};

/** The agency's answers to one request. */
export function useAnswer(job: Job): Answer {
  const t = useTranslations("dispatch");
  const command = useCommand();
  const [resting, setResting] = useState(false);
  useEffect(() => {
    if (!resting) return;
    const timer = setTimeout(() => setResting(false), REST_MS);
    return () => clearTimeout(timer);
  }, [resting]);
  const { assignment, incident } = job;
  const send = async (step: AssignmentStep, given: { reason?: string; unitId?: string } = {}) => {
    const done = await command.run(() => answer(assignment, step, given));
    // refused: the fresh state is there, and the question may make no sense any more
    askQuestion(null);
    if (!done) return;
    setResting(true);
    say(t(`done.${step}`, { title: incident.title }));
  };
  const begin = (step: AssignmentStep) => {
    if (resting || command.busy) return;
    const question = questionOf(step, assignment.unitId !== null);
    if (question) choose(assignment.id, question);
    else void send(step);
  };
  return { command, resting, begin, send };
}
