import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { PrivacyPage } from "@/components/admin/privacy-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy");
  return { title: t("title") };
}

export default function AdminPrivacyPage() {
  return <AdminRoom path="/admin/privacy">{() => <PrivacyPage />}</AdminRoom>;
}
