"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/base/localized";
import { hazardNames, type Level, levelNames, levels } from "@/lib/contract/level";
import { chime } from "./chime";
import type { Job } from "./order-assignments";

type NewRequestSignalProps = { incoming: readonly Job[]; title: string; sound: boolean };

/** Says a new request aloud, rings for it and counts it in the tab's title. What waited before the page came is not new. */
export function NewRequestSignal({ incoming, title, sound }: NewRequestSignalProps) {
  const t = useTranslations("dispatch");
  const locale = useLocale() as Locale;
  const known = useRef<Set<string> | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const before = known.current;
    known.current = new Set(incoming.map((job) => job.assignment.id));
    const fresh = before ? incoming.filter((job) => !before.has(job.assignment.id)) : [];
    if (fresh.length === 0) return;
    if (sound) chime(worst(fresh));
    setSaid(fresh.map(({ incident }) => t("incoming.arrived", words(incident, locale))).join(" "));
  }, [incoming, sound, t, locale]);
  useTabTitle(incoming.length > 0 ? t("tabTitle", { count: incoming.length, title }) : title);
  return (
    <p role="alert" className="sr-only">
      {said}
    </p>
  );
}

function worst(jobs: readonly Job[]): Level {
  return levels.findLast((level) => jobs.some(({ incident }) => incident.level === level)) ?? 1;
}

function words({ level, hazard, title }: Job["incident"], locale: Locale) {
  return { level: levelNames[level][locale], hazard: hazardNames[hazard][locale], title };
}

function useTabTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
