"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { type SignInProblem, signIn } from "./sign-in";

/** Email and password; pasting and password managers are welcome. Goes on to `next`, or to the person's own work. */
export function SignInForm({ next }: { next: string | null }) {
  const t = useTranslations("signin");
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);
  // a form sent before the script runs would put the password nowhere good
  const ready = useHydrated();
  const emailBox = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    const outcome = await signIn(String(form.get("email")).trim(), String(form.get("password")));
    // a whole load, so that the shell comes with the words and the rights of the person
    if (outcome.ok) return window.location.assign(next ?? outcome.home);
    setBusy(false);
    setProblem(outcome.problem);
    emailBox.current?.focus();
  };

  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4" aria-label={t("title")}>
      {problem && (
        <Notice tone="danger" live="assertive">
          {t(`problem.${problem.key}`, problem)}
        </Notice>
      )}
      <Field label={t("email")} required>
        {(control) => (
          <Input
            {...control}
            ref={emailBox}
            name="email"
            type="email"
            autoComplete="username"
            inputMode="email"
            className="min-h-12 text-base"
          />
        )}
      </Field>
      <Field label={t("password")} required>
        {(control) => (
          <Input
            {...control}
            name="password"
            type={shown ? "text" : "password"}
            autoComplete="current-password"
            className="min-h-12 text-base"
          />
        )}
      </Field>
      <Checkbox
        label={t("show")}
        checked={shown}
        disabled={!ready}
        onChange={(event) => setShown(event.target.checked)}
      />
      <Button type="submit" variant="primary" size="lg" busy={busy || !ready}>
        {busy ? t("busy") : t("submit")}
      </Button>
    </form>
  );
}
