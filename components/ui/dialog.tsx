"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx";

const widths = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl" };

/** A window over the page that holds the focus until it is closed. `footer` carries its buttons. */
export function Dialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  size?: keyof typeof widths;
  children?: ReactNode;
}) {
  const t = useTranslations("common.action");
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-70 bg-black/60" />
        <Radix.Content
          {...(!props.description && { "aria-describedby": undefined })}
          className={cx(
            "fixed top-1/2 left-1/2 z-80 flex max-h-[90dvh] w-[calc(100vw-1.5rem)] -translate-x-1/2 -translate-y-1/2 flex-col",
            "rounded-panel border border-line bg-panel text-ink shadow-panel",
            widths[props.size ?? "md"],
          )}
        >
          <header className="flex items-start gap-3 border-b border-line px-4 py-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-base font-semibold">{props.title}</Radix.Title>
              {props.description && (
                <Radix.Description className="mt-0.5 text-sm text-muted">{props.description}</Radix.Description>
              )}
            </div>
            <Radix.Close
              aria-label={t("close")}
              className="-m-1 inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-ink"
            >
              <X size={18} aria-hidden />
            </Radix.Close>
          </header>
          {props.children && <div className="min-h-0 overflow-y-auto p-4">{props.children}</div>}
          {props.footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{props.footer}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
