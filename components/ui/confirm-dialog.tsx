"use client";

import { useTranslations } from "next-intl";
import { AlertDialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button";

/** Asks before what cannot be taken back. The focus starts on "cancel". It stays open until the caller closes it. */
export function ConfirmDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  confirm: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  children?: ReactNode;
}) {
  const t = useTranslations("common.action");
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-70 bg-black/60" />
        <Radix.Content className="fixed top-1/2 left-1/2 z-80 w-[calc(100vw-1.5rem)] max-w-md -translate-x-1/2 -translate-y-1/2 rounded-panel border border-line bg-panel p-4 text-ink shadow-panel">
          <Radix.Title className="text-base font-semibold">{props.title}</Radix.Title>
          <Radix.Description className="mt-1 text-sm text-muted">{props.description}</Radix.Description>
          {props.children && <div className="mt-3">{props.children}</div>}
          <div className="mt-4 flex justify-end gap-2">
            <Radix.Cancel asChild>
              <Button variant="ghost">{t("cancel")}</Button>
            </Radix.Cancel>
            <Button variant={props.danger ? "danger" : "primary"} busy={props.busy} onClick={props.onConfirm}>
              {props.confirm}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
