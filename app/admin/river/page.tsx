import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { RiverPage } from "@/components/admin/river-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("river.title") };
}

export default function AdminRiverPage() {
  return <AdminRoom path="/admin/river">{() => <RiverPage />}</AdminRoom>;
}
