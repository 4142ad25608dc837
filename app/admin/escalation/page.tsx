import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { EscalationPage } from "@/components/admin/escalation-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("escalation.title") };
}

export default function Page() {
  return <AdminRoom path="/admin/escalation">{() => <EscalationPage />}</AdminRoom>;
}
