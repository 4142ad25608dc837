"use client";

import { Command } from "cmdk";
import { useLocale, useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { type ReactNode, useMemo, useState } from "react";
import { select, useDesk } from "@/components/desk/desk-store";
import type { DeskActions } from "@/components/desk/use-desk-actions";
import { liveStore } from "@/components/live/live-store";
import type { Locale } from "@/lib/base/localized";
import { LevelMark } from "../signs/level-mark";
import { findItems, type Item } from "./find-items";

type PaletteProps = { open: boolean; readOnly: boolean; actions: DeskActions };

const close = () => useDesk.setState({ palette: false });

/** Search and commands in one field: devices, alerts, incidents, zones, units, and what can be done. */
export function CommandPalette({ open, readOnly, actions }: PaletteProps) {
  const t = useTranslations("desk.search");
  return (
    <Dialog.Root open={open} onOpenChange={(palette) => useDesk.setState({ palette })}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-70 bg-black/50" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[14vh] left-1/2 z-80 w-[min(40rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-panel border border-line bg-panel shadow-panel"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          {open && <Finder readOnly={readOnly} actions={actions} />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({ readOnly, actions }: Omit<PaletteProps, "open">) {
  const t = useTranslations("desk.search");
  const locale = useLocale() as Locale;
  const [text, setText] = useState("");
  // looked up per letter, not per delta: results must not move under the hand, and ten readings a second must not delay a letter
  const groups = useMemo(() => findItems(liveStore.getState(), text, locale), [text, locale]);
  const [at, setAt] = useState("");
  const offered = useOffered(text, readOnly, actions);
  const keys = [...groups.flatMap(({ items }) => items.map(({ key }) => key)), ...offered.map(({ key }) => key)];
  const go = (item: Item) => {
    close();
    select(item.selection);
  };
  return (
    <Command
      label={t("title")}
      shouldFilter={false}
      loop
      // what was under the cursor may have gone with the last letter: then it stands on the best
      value={keys.includes(at) ? at : (keys[0] ?? "")}
      onValueChange={setAt}
    >
      <Command.Input
        value={text}
        onValueChange={(next) => {
          setText(next);
          setAt("");
        }}
        placeholder={t("placeholder")}
        className="h-12 w-full border-line border-b bg-transparent px-4 text-base outline-none placeholder:text-faint"
      />
      <Command.List label={t("results")} className="max-h-[55vh] overflow-y-auto p-2">
        <Command.Empty className="px-3 py-8 text-center text-muted text-sm">{t("nothing", { text })}</Command.Empty>
        {groups.map(({ name, items }) => (
          <Group key={name} heading={t(`group.${name}`)}>
            {items.map((item) => (
              <Row key={item.key} value={item.key} onSelect={() => go(item)}>
                {item.level && <LevelMark level={item.level} size={14} outline={item.seen} />}
                <span className="min-w-0 flex-1 truncate">{item.title}</span>
                <span className="shrink-0 text-muted text-xs">{item.hint}</span>
              </Row>
            ))}
          </Group>
        ))}
        <Actions offered={offered} />
      </Command.List>
    </Command>
  );
}

type Offer = { key: string; title: string; run(): void };

/** The commands that fit the words and can be done now. */
function useOffered(query: string, readOnly: boolean, actions: DeskActions): Offer[] {
  const t = useTranslations("desk.search.action");
  const checked = useDesk((desk) => desk.checked);
  const worst = useDesk((desk) => desk.order[0]);
  const all: { name: string; run(): void; can: boolean }[] = [
    { name: "worst", run: () => worst && select({ type: "alert", id: worst }), can: worst !== undefined },
    { name: "openChecked", run: () => void actions.openIncident(...checked), can: !readOnly && checked.size > 0 },
    { name: "close", run: () => select(null), can: true },
    { name: "help", run: () => useDesk.setState({ help: true }), can: true },
  ];
  const words = query.trim().toLowerCase();
  return all
    .map(({ name, ...rest }) => ({ key: `action ${name}`, title: t(name), ...rest }))
    .filter(({ title, can }) => can && title.toLowerCase().includes(words));
}

function Actions({ offered }: { offered: readonly Offer[] }) {
  const t = useTranslations("desk.search.group");
  if (offered.length === 0) return null;
  return (
    <Group heading={t("actions")}>
      {offered.map(({ key, title, run }) => (
        <Row
          key={key}
          value={key}
          onSelect={() => {
            close();
            run();
          }}
        >
          {title}
        </Row>
      ))}
    </Group>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Command.Group>
  );
}

function Row({ value, onSelect, children }: { value: string; onSelect(): void; children: ReactNode }) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded px-3 text-sm data-[selected=true]:bg-raised data-[selected=true]:text-accent"
    >
      {children}
    </Command.Item>
  );
}
