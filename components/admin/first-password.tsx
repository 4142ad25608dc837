"use client";
import { Dices, Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Field } from "./field";
import type { FieldFault } from "./field-errors";
import { makePassword } from "./password";

type FirstPasswordProps = { password: string; fault: FieldFault | undefined; onChange(password: string): void };

/** A first password, typed or made; one that was made is shown, because somebody must read it. */
export function FirstPassword({ password, fault, onChange }: FirstPasswordProps) {
  const t = useTranslations("admin.people");
  const [shown, setShown] = useState(false);
  const make = () => {
    onChange(makePassword((bytes) => crypto.getRandomValues(bytes)));
    setShown(true);
  };
  return (
    <Field label={t("password")} hint={t("passwordHint")} fault={fault} required>
      {(control) => (
        <span className="flex flex-wrap gap-2">
          <Input
            {...control}
            type={shown ? "text" : "password"}
            autoComplete="new-password"
            spellCheck={false}
            className="min-w-40 flex-1 font-mono"
            value={password}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
            {t(shown ? "hide" : "show")}
          </Button>
          <Button onClick={make}>
            <Dices size={16} aria-hidden />
            {t("generate")}
          </Button>
        </span>
      )}
    </Field>
  );
}
