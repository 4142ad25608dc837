import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { AgencyList } from "@/components/admin/agency-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("agencies.title") };
}

export default function AgenciesPage() {
  return <AdminRoom path="/admin/agencies">{() => <AgencyList />}</AdminRoom>;
}
