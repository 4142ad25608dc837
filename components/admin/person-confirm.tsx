"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { Person, Role } from "@/lib/contract/people";
import { AgencyField } from "./agency-field";
import { FailureNote } from "./failure-note";
import { useDeed } from "./use-city";

/** A change of a person that was asked for and not yet confirmed. */
export type PersonAsked = { person: Person; change: { role: Role } | { disabled: boolean } };

/** Asks before somebody's rights change. */
export function PersonConfirm(props: { asked: PersonAsked | null; onClose(): void; onChanged(): Promise<void> }) {
  const { asked, onClose, onChanged } = props;
  const tell = useToast();
  const done = useTranslations("admin.actions");
  const save = useDeed("changePerson");
  const words = useWords(asked);
  const needsAgency = asked !== null && "role" in asked.change && asked.change.role === "agency";
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const close = () => {
    save.forget();
    setAgencyId(null);
    setTried(false);
    onClose();
  };
  const confirm = async () => {
    setTried(true);
    if (!asked || (needsAgency && agencyId === null)) return;
    const body = needsAgency ? { ...asked.change, agencyId } : asked.change;
    if (!(await save.run({ params: { id: asked.person.id }, body }))) return;
    tell({ title: done("saved"), tone: "ok" });
    close();
    await onChanged();
  };
  return (
    <ConfirmDialog
      {...words}
      open={asked !== null}
      onOpenChange={(open) => !open && close()}
      busy={save.busy}
      onConfirm={confirm}
    >
      {needsAgency && (
        <AgencyField
          agencyId={agencyId}
          fault={tried && agencyId === null ? { key: "choose", values: {} } : undefined}
          onChange={setAgencyId}
        />
      )}
      <FailureNote failure={save.failure} sentences={{ conflict: "lastAdmin" }} />
    </ConfirmDialog>
  );
}

function useWords(asked: PersonAsked | null) {
  const t = useTranslations("admin.people");
  const name = asked?.person.name ?? "";
  if (asked && "role" in asked.change) {
    const role = t(`roles.${asked.change.role}`);
    return {
      title: t("roleTitle", { name, role }),
      description: t(`roleHints.${asked.change.role}`),
      confirm: t("roleConfirm"),
    };
  }
  if (asked?.person.disabled) {
    return { title: t("enableTitle", { name }), description: t("enableBody"), confirm: t("enable") };
  }
  return {
    title: t("disableTitle", { name }),
    description: t("disableBody"),
    confirm: t("disableConfirm"),
    danger: true,
  };
}
