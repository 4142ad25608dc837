"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useToast } from "@/components/ui/toast";
import type { Rule } from "@/lib/contract/rule";
import { ruleDiff } from "./rule-diff";
import { checkDraft, draftOf, type RuleDraft } from "./rule-draft";
import { useAttempts } from "./use-attempts";
import { useDeed } from "./use-city";

/**
 * The form of a rule. `base` is the version that the person began from: while the newest is another, somebody saved meanwhile,
 * and nothing is written until the person has seen what they changed.
 */
export function useRuleEdit(newest: Rule, refresh: () => Promise<void>) {
  const t = useTranslations("admin.actions");
  const tell = useToast();
  const save = useDeed("changeRule");
  const [base, setBase] = useState(newest);
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(newest));
  const attempts = useAttempts();
  const checked = checkDraft(draft);

  const store = async (onto: Rule) => {
    attempts.tried();
    if (!checked.rule) return;
    if (ruleDiff(onto, checked.rule).length === 0) return tell({ title: t("unchanged") });
    const saved = await save.run({ params: { id: onto.id }, body: { version: onto.version, rule: checked.rule } });
    if (saved) {
      setBase(saved);
      setDraft(draftOf(saved));
      attempts.forget();
      tell({ title: t("saved"), tone: "ok" });
    }
    // after a clash too: then what somebody else saved is shown
    await refresh();
  };
  const take = (rule: Rule) => {
    setBase(newest);
    setDraft(draftOf(rule));
    attempts.forget();
    save.forget();
  };
  return {
    base,
    draft,
    /** What is in the form, where it is a rule. */
    rule: checked.rule,
    faults: (attempts.attempt > 0 && checked.faults) || {},
    attempt: attempts.attempt,
    save,
    overtaken: newest.version > base.version,
    change: (part: Partial<RuleDraft>) => {
      save.forget();
      setDraft((old) => ({ ...old, ...part }));
    },
    submit: (event: FormEvent) => {
      event.preventDefault();
      void store(base);
    },
    /** Saves what is in the form as the version after the newest. */
    keepMine: () => {
      setBase(newest);
      void store(newest);
    },
    /** Fills the form with a version, to be saved onto the newest. */
    take,
  };
}
