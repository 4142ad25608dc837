"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";

type LineFieldProps = {
  id: string;
  label: string;
  placeholder: string;
  value: string;
  onChange(value: string): void;
  /** Control and Enter sends too. */
  onSend(): void;
  busy: boolean;
  /** What the button says. */
  children: ReactNode;
};

/** A line for an incident's story and the button that sends it, for a form around it. */
export function LineField({ id, label, placeholder, value, onChange, onSend, busy, children }: LineFieldProps) {
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="flex items-end gap-2">
        <Textarea
          id={id}
          rows={2}
          maxLength={2000}
          value={value}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSend();
          }}
        />
        <Button type="submit" busy={busy} disabled={!value.trim()}>
          {children}
        </Button>
      </div>
    </>
  );
}
