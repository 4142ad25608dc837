"use client";
import { useTranslations } from "next-intl";
import type { DeviceKey } from "@/lib/contract/device";
import { SecretOnce } from "./secret-once";

/** A device's key, the only time it is shown. */
export function KeyOnce({ made, onStored }: { made: DeviceKey; onStored(): void }) {
  const t = useTranslations("admin.device");
  return (
    <SecretOnce
      title={t("keyTitle", { id: made.deviceId })}
      warning={t("keyWarning")}
      label={t("keyField")}
      secret={made.key}
      onStored={onStored}
    />
  );
}
