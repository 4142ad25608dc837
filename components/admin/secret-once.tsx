"use client";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";

type Props = { title: string; warning: string; label: string; secret: string; onStored(): void };

/** A secret, the only time it is shown. Leaving the page by accident is asked about first. */
export function SecretOnce({ title, warning, label, secret, onStored }: Props) {
  const t = useTranslations("admin.secret");
  const { copied, field, copy } = useCopy(secret);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, []);
  return (
    <Panel level={3} title={title} className="border-level-3">
      <div className="flex flex-col gap-3">
        <Notice tone="caution" live="assertive">
          {warning}
        </Notice>
        <div className="flex flex-col gap-2 sm:flex-row">
          <Input
            ref={field}
            readOnly
            aria-label={label}
            className="font-mono"
            value={secret}
            onFocus={(event) => event.target.select()}
          />
          <Button variant="primary" onClick={copy}>
            {copied === "yes" ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
            {t(copied === "yes" ? "copied" : "copy")}
          </Button>
        </div>
        <p role="status" className="text-sm text-level-3 empty:hidden">
          {copied === "failed" && t("copyFailed")}
        </p>
        <div>
          <Button onClick={onStored}>{t("stored")}</Button>
        </div>
      </div>
    </Panel>
  );
}

function useCopy(text: string) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    // a plain-http address in the control room's network has no clipboard
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done ? "yes" : "failed");
  };
  return { copied, field, copy };
}
