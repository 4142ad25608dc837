"use client";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { useDuration } from "@/components/ui/duration-label";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/input";
import { KST_OFFSET_MS } from "@/lib/base/clock";
import type { MonthCount } from "@/lib/contract/privacy";
import { Fact } from "./fact";
import { Field } from "./field";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { PrivacyContactForm } from "./privacy-contact";
import { PrivacyTotals } from "./privacy-totals";
import { PrivacyViews } from "./privacy-views";
import { useCity } from "./use-city";
import { useViewWords } from "./use-view-words";
import type { ViewsAsked } from "./use-views";

/** Who looked at which camera and why, month by month: totals by each side, every view, and whom citizens ask. */
export function PrivacyPage() {
  const t = useTranslations("privacy");
  const months = useCity("listViewMonths", {});
  const [month, setMonth] = useState<string | null>(null);
  const [asked, setAsked] = useState<ViewsAsked>({});
  const words = useViewWords();
  const only = useCallback((part: ViewsAsked) => setAsked((old) => ({ ...old, ...part })), []);
  const shown = months.data?.months.find((m) => m.month === month) ?? months.data?.months[0];
  const open = (
    <Link href="/transparency" className="text-sm font-semibold text-accent underline underline-offset-2">
      {t("public")}
    </Link>
  );
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={open} />
      <LoadState of={months} />
      {months.data && !shown && <EmptyState title={t("none")} text={t("noneText")} />}
      {months.data && shown && (
        <div className="flex flex-col gap-6">
          <MonthHead months={months.data.months} shown={shown} onMonth={setMonth} />
          <PrivacyTotals month={shown.month} words={words} onOnly={only} />
          <PrivacyViews span={spanOf(shown.month)} asked={asked} onAsk={setAsked} words={words} onOnly={only} />
        </div>
      )}
      <PrivacyContactForm />
    </>
  );
}

/** From the first instant of a month (YYYY-MM) in the city's zone to that of the next, UTC ms. */
function spanOf(month: string): { from: number; to: number } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return { from: Date.UTC(year, number - 1) - KST_OFFSET_MS, to: Date.UTC(year, number) - KST_OFFSET_MS };
}

type Head = { months: readonly MonthCount[]; shown: MonthCount; onMonth(month: string): void };

function MonthHead({ months, shown, onMonth }: Head) {
  const t = useTranslations("privacy");
  const { dateTime, number } = useFormatter();
  const lasted = useDuration();
  const name = (month: string) =>
    dateTime(new Date(`${month}-01T00:00:00Z`), { year: "numeric", month: "long", timeZone: "UTC" });
  return (
    <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
      <Field label={t("month")}>
        {(control) => (
          <Select {...control} value={shown.month} onChange={(event) => onMonth(event.target.value)}>
            {months.map(({ month }) => (
              <option key={month} value={month}>
                {name(month)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <dl className="flex gap-8">
        <Fact label={t("views")}>{number(shown.views)}</Fact>
        <Fact label={t("refused")}>{number(shown.refused)}</Fact>
        <Fact label={t("lasted")}>{lasted(shown.seconds)}</Fact>
      </dl>
    </div>
  );
}
