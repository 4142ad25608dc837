import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { ZoneList } from "@/components/admin/zone-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("zones.title") };
}

export default function ZonesPage() {
  return <AdminRoom path="/admin/zones">{() => <ZoneList />}</AdminRoom>;
}
