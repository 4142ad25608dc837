import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { ZoneEditor } from "@/components/admin/zone-editor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("zones.newTitle") };
}

export default function NewZonePage() {
  return <AdminRoom path="/admin/zones/new">{() => <ZoneEditor />}</AdminRoom>;
}
