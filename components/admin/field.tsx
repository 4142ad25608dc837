"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
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

/** Above a form: how many fields need a hand. Read out when it appears. */
export function FaultSummary({ faults }: { faults: object | null }) {
  const t = useTranslations("admin.fault");
  const count = faults ? Object.keys(faults).length : 0;
  return (
    <p role="alert" className="text-sm font-medium text-level-4 empty:hidden">
      {count > 0 && t("summary", { count })}
    </p>
  );
}
