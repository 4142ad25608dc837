import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { DeviceList } from "@/components/admin/device-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("devices.title") };
}

type Props = { searchParams: Promise<{ link?: string | string[] }> };

export default async function DevicesPage({ searchParams }: Props) {
  const { link } = await searchParams;
  return <AdminRoom path="/admin/devices">{() => <DeviceList link={String(link ?? "")} />}</AdminRoom>;
}
