"use client";

import type { LucideIcon } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { Kbd } from "./kbd";

export type MenuItem =
  | { label: ReactNode; icon?: LucideIcon; keys?: string; danger?: boolean; disabled?: boolean; onSelect: () => void }
  | { separator: true }
  | { heading: ReactNode };

/** Actions behind one button (`trigger`, an element that takes a ref). */
export function Menu(props: { trigger: ReactNode; items: readonly MenuItem[]; align?: "start" | "end" }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={props.align ?? "end"}
          sideOffset={6}
          className="z-80 min-w-48 rounded-md border border-line bg-raised p-1 text-sm text-ink shadow-panel"
        >
          {props.items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a menu's items keep their order
            <MenuRow key={i} item={item} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function MenuRow({ item }: { item: MenuItem }) {
  if ("separator" in item) return <Radix.Separator className="my-1 h-px bg-line" />;
  if ("heading" in item) return <Radix.Label className="px-2 py-1.5 text-xs text-muted">{item.heading}</Radix.Label>;
  const Icon = item.icon;
  return (
    <Radix.Item
      disabled={item.disabled}
      onSelect={item.onSelect}
      className={cx(
        "flex min-h-8 cursor-pointer items-center gap-2 rounded px-2 py-1 outline-none data-[disabled]:opacity-55",
        "data-[highlighted]:bg-accent data-[highlighted]:text-on-accent",
        item.danger && "text-level-4",
      )}
    >
      {Icon && <Icon size={16} aria-hidden />}
      <span className="flex-1">{item.label}</span>
      {item.keys && <Kbd>{item.keys}</Kbd>}
    </Radix.Item>
  );
}
