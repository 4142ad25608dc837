"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { type Rule, RuleBody } from "@/lib/contract/rule";
import { FailureNote } from "./failure-note";
import { useDeed } from "./use-city";
import { useLocalized } from "./use-localized";

/** Puts a rule in force, or, asked first, switches it off: a new version either way. */
export function RuleSwitch({ rule, onChanged }: { rule: Rule; onChanged(): Promise<void> }) {
  const t = useTranslations("admin.rules");
  const done = useTranslations("admin.actions");
  const words = useLocalized();
  const tell = useToast();
  const change = useDeed("changeRule");
  const [asking, setAsking] = useState(false);
  const flip = async () => {
    const body = { version: rule.version, rule: { ...RuleBody.parse(rule), enabled: !rule.enabled } };
    const saved = await change.run({ params: { id: rule.id }, body });
    // a clash means that the list is old
    await onChanged();
    if (!saved) return;
    setAsking(false);
    tell({ title: done("saved"), tone: "ok" });
  };
  return (
    <div className="flex flex-col items-end gap-2 self-start">
      <Button
        size="sm"
        busy={change.busy}
        aria-label={`${t(rule.enabled ? "disable" : "enable")}: ${words(rule.name)}`}
        onClick={() => (rule.enabled ? setAsking(true) : void flip())}
      >
        {t(rule.enabled ? "disable" : "enable")}
      </Button>
      {!asking && <FailureNote failure={change.failure} />}
      <ConfirmDialog
        open={asking}
        onOpenChange={(open) => {
          setAsking(open);
          change.forget();
        }}
        title={t("toggleTitle", { name: words(rule.name) })}
        description={t("toggleBody")}
        confirm={t("disable")}
        danger
        busy={change.busy}
        onConfirm={flip}
      >
        <FailureNote failure={change.failure} />
      </ConfirmDialog>
    </div>
  );
}
