import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { DeviceAdd } from "@/components/admin/device-add";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("device.newTitle") };
}

export default function NewDevicePage() {
  return <AdminRoom path="/admin/devices/new">{() => <DeviceAdd />}</AdminRoom>;
}
