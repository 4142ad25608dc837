import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { Overview } from "@/components/admin/overview";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("title") };
}

export default function AdminPage() {
  return <AdminRoom path="/admin">{() => <Overview />}</AdminRoom>;
}
