import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { ProcedurePage } from "@/components/admin/procedure-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("procedures.title") };
}

export default function Page() {
  return <AdminRoom path="/admin/procedures">{() => <ProcedurePage />}</AdminRoom>;
}
