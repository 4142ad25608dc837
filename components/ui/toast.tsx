"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Toast as Radix } from "radix-ui";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { cx } from "./cx";
import { type NoticeTone, noticeLooks } from "./notice";

export type ToastMessage = { title: string; text?: string; tone?: NoticeTone };
type Kept = ToastMessage & { key: number };

const Tell = createContext<(message: ToastMessage) => void>(() => {});

/** Tells the outcome of what the person did: `const tell = useToast(); tell({ title, text, tone })`. Dangers stay until closed. */
export const useToast = () => useContext(Tell);

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  const [kept, setKept] = useState<Kept[]>([]);
  const tell = useCallback((message: ToastMessage) => {
    setKept((old) => [...old.slice(-3), { ...message, key: (old.at(-1)?.key ?? 0) + 1 }]);
  }, []);
  const close = (key: number) => setKept((old) => old.filter((one) => one.key !== key));
  return (
    <Tell value={tell}>
      <Radix.Provider label={t("notifications")} duration={6000}>
        {children}
        {kept.map((one) => (
          <ToastCard key={one.key} message={one} closeLabel={t("action.close")} onClose={() => close(one.key)} />
        ))}
        <Radix.Viewport
          label={`${t("notifications")} ({hotkey})`}
          className="fixed right-0 bottom-0 z-95 m-0 flex w-full max-w-sm list-none flex-col gap-2 p-3 outline-none"
        />
      </Radix.Provider>
    </Tell>
  );
}

function ToastCard({
  message,
  closeLabel,
  onClose,
}: {
  message: ToastMessage;
  closeLabel: string;
  onClose: () => void;
}) {
  const { icon: Icon, tone, ink } = noticeLooks[message.tone ?? "info"];
  return (
    <Radix.Root
      type={message.tone === "danger" ? "foreground" : "background"}
      duration={message.tone === "danger" ? Number.POSITIVE_INFINITY : undefined}
      onOpenChange={(open) => !open && onClose()}
      className={cx(
        "flex gap-2.5 rounded-md border border-l-4 bg-raised px-3 py-2.5 text-sm text-ink shadow-panel",
        tone,
      )}
    >
      <Icon size={18} aria-hidden className={cx("mt-0.5 shrink-0", ink)} />
      <div className="min-w-0 flex-1">
        <Radix.Title className="font-semibold">{message.title}</Radix.Title>
        {message.text && <Radix.Description className="text-muted">{message.text}</Radix.Description>}
      </div>
      <Radix.Close aria-label={closeLabel} className="size-6 shrink-0 rounded text-muted hover:text-ink">
        <X size={16} aria-hidden className="mx-auto" />
      </Radix.Close>
    </Radix.Root>
  );
}
