"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

/** What a control inside a Field must carry so that ears hear its hint and its error. */
export type FieldControl = { id: string; "aria-describedby"?: string; "aria-invalid"?: true; required?: true };

/** A label, a control, a hint and an error, tied together. `children` gets the attributes that the control must carry. */
export function Field(props: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}) {
  const id = useId();
  const t = useTranslations("common.field");
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={props.className}>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {props.label}
        {props.required && <span className="ml-1 text-xs font-normal text-muted">({t("required")})</span>}
      </label>
      {props.children({
        id,
        ...(described && { "aria-describedby": described }),
        ...(props.error ? { "aria-invalid": true as const } : {}),
        ...(props.required && { required: true as const }),
      })}
      {props.hint && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
          {props.hint}
        </p>
      )}
      {props.error && (
        <p id={`${id}-error`} className="mt-1 text-xs font-medium text-level-4">
          {props.error}
        </p>
      )}
    </div>
  );
}
