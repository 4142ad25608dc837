"use client";
import { Archive } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkLabel } from "@/components/ui/age-label";
import { Badge } from "@/components/ui/badge";
import type { Device } from "@/lib/contract/device";

/** How a device's line stands, or that it was taken out of service. */
export function DeviceLink({ device }: { device: Device }) {
  const t = useTranslations("admin.devices");
  if (device.retiredAt === null) return <LinkLabel link={device.link} />;
  return (
    <Badge>
      <Archive size={12} aria-hidden />
      {t("retired")}
    </Badge>
  );
}
