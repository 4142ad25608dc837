"use client";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Panel } from "@/components/ui/panel";
import type { Device, DeviceKey } from "@/lib/contract/device";
import { FailureNote } from "./failure-note";
import { KeyOnce } from "./key-once";
import { useDeed } from "./use-city";

/** A new key for a device, asked about first, shown once. */
export function DeviceKeyPanel({ device }: { device: Device }) {
  const t = useTranslations("admin.device");
  const rotate = useDeed("rotateDeviceKey");
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<DeviceKey | null>(null);
  const confirm = async () => {
    const key = await rotate.run({ params: { id: device.id } });
    if (!key) return;
    setMade(key);
    setAsking(false);
  };
  if (made) return <KeyOnce made={made} onStored={() => setMade(null)} />;
  return (
    <Panel level={3} title={t("key")}>
      <p className="mb-3 text-sm text-muted">{t("keyLead")}</p>
      <Button onClick={() => setAsking(true)}>
        <KeyRound size={16} aria-hidden />
        {t("rotate")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={(open) => {
          setAsking(open);
          rotate.forget();
        }}
        title={t("rotateTitle", { name: device.name })}
        description={t("rotateBody")}
        confirm={t("rotateConfirm")}
        danger
        busy={rotate.busy}
        onConfirm={confirm}
      >
        <FailureNote failure={rotate.failure} />
      </ConfirmDialog>
    </Panel>
  );
}
