"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx";

export type TabItem = { value: string; label: ReactNode; count?: number; content: ReactNode };

/** Views of one thing, one at a time; arrow keys change between them. `label` names the set. */
export function Tabs(props: {
  items: readonly TabItem[];
  label: string;
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  className?: string;
}) {
  const { items, label, className, ...state } = props;
  const first = state.value === undefined ? (state.defaultValue ?? items[0]?.value) : undefined;
  return (
    <Radix.Root {...state} defaultValue={first} className={cx("flex min-h-0 flex-col", className)}>
      <Radix.List aria-label={label} className="flex shrink-0 gap-1 overflow-x-auto border-b border-line px-2">
        {items.map((item) => (
          <Radix.Trigger
            key={item.value}
            value={item.value}
            className="-mb-px min-h-9 border-b-2 border-transparent px-2.5 text-sm font-medium whitespace-nowrap text-muted hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {item.label}
            {item.count !== undefined && <span className="ml-1.5 text-xs text-muted">{item.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {items.map((item) => (
        <Radix.Content key={item.value} value={item.value} className="min-h-0 flex-1 overflow-y-auto">
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
