"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { type FieldControl, Field as UiField } from "@/components/ui/field";
import type { FieldFault } from "./field-errors";

/** A field whose fault is told in the reader's language. */
export function Field(props: {
  label: string;
  hint?: string;
  fault?: FieldFault;
  required?: boolean;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}) {
  const t = useTranslations("admin.fault");
  const { fault, ...rest } = props;
  return <UiField {...rest} error={fault && t(fault.key, fault.values)} />;
}

/** In a form: how many fields need a hand, read out when it appears. With each attempt to save the first of them takes the focus. */
export function FaultSummary({ faults, attempt }: { faults: object; attempt: number }) {
  const t = useTranslations("admin.fault");
  const summary = useRef<HTMLParagraphElement>(null);
  const count = Object.keys(faults).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves with an attempt, not while somebody types
  useEffect(() => {
    if (attempt > 0 && count > 0)
      summary.current?.closest("form")?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [attempt]);
  return (
    <p ref={summary} role="alert" className="text-sm font-medium text-level-4 empty:hidden">
      {count > 0 && t("summary", { count })}
    </p>
  );
}
