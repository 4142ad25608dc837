"use client";
import { Archive } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import type { Device } from "@/lib/contract/device";
import { FailureNote } from "./failure-note";
import { Field } from "./field";
import type { FieldFault } from "./field-errors";
import { useDeed } from "./use-city";

const NOT_THE_ID: FieldFault = { key: "typeExactly", values: {} };

/** The end of a device. It cannot be undone, so its identifier is typed first. */
export function DeviceRetire({ device, onRetired }: { device: Device; onRetired(): Promise<void> }) {
  const t = useTranslations("admin.device");
  const retire = useDeed("retireDevice");
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const open = (now: boolean) => {
    setAsking(now);
    setTyped("");
    setWrong(false);
    retire.forget();
  };
  const confirm = async () => {
    if (typed.trim() !== device.id) return setWrong(true);
    if (!(await retire.run({ params: { id: device.id } }))) return;
    open(false);
    await onRetired();
  };
  return (
    <Panel level={3} title={t("retire")}>
      <p className="mb-3 text-sm text-muted">{t("retireLead")}</p>
      <Button onClick={() => open(true)}>
        <Archive size={16} aria-hidden />
        {t("retireButton")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={open}
        title={t("retireTitle", { name: device.name })}
        description={t("retireBody", { id: device.id })}
        confirm={t("retireConfirm")}
        danger
        busy={retire.busy}
        onConfirm={confirm}
      >
        <Field label={t("retireType")} fault={wrong ? NOT_THE_ID : undefined}>
          {(control) => (
            <Input {...control} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
        <div className="mt-3">
          <FailureNote failure={retire.failure} />
        </div>
      </ConfirmDialog>
    </Panel>
  );
}
