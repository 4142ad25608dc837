"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";

type ReasonFormProps = {
  label: string;
  hint?: string;
  placeholder?: string;
  submit: string;
  back: string;
  variant?: ButtonVariant;
  busy: boolean;
  /** Sentences that one click puts into the field. */
  presets?: readonly string[];
  onSubmit: (reason: string) => void;
  onBack: () => void;
  children?: ReactNode;
};

/** Asks for a reason in a field that has the cursor. Escape goes back; an empty reason cannot be sent. */
export function ReasonForm(props: ReasonFormProps) {
  const [text, setText] = useState("");
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="space-y-2 rounded-md border border-edge bg-raised p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) props.onSubmit(text.trim());
        else field.current?.focus();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        props.onBack();
      }}
    >
      <label htmlFor={id} className="block text-sm font-semibold">
        {props.label}
      </label>
      {props.hint && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {props.hint}
        </p>
      )}
      {props.presets && <Presets presets={props.presets} chosen={text} onChoose={setText} />}
      <textarea
        ref={field}
        id={id}
        required
        maxLength={2000}
        rows={2}
        value={text}
        placeholder={props.placeholder}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={(event) => setText(event.target.value)}
        className="block w-full resize-y rounded-md border border-edge bg-panel px-2.5 py-1.5 text-sm placeholder:text-faint"
      />
      {props.children}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant={props.variant ?? "danger"} busy={props.busy} disabled={!text.trim()}>
          {props.submit}
        </Button>
        <Button variant="ghost" onClick={props.onBack}>
          {props.back}
        </Button>
      </div>
    </form>
  );
}

function Presets(props: { presets: readonly string[]; chosen: string; onChoose: (text: string) => void }) {
  return (
    <div className="flex flex-wrap gap-1.5">
      {props.presets.map((preset) => (
        <button
          key={preset}
          type="button"
          aria-pressed={props.chosen === preset}
          onClick={() => props.onChoose(preset)}
          className="min-h-9 rounded-full border border-edge px-3 py-1 text-sm hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent"
        >
          {preset}
        </button>
      ))}
    </div>
  );
}
