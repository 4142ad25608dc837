import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { RuleList } from "@/components/admin/rule-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("rules.title") };
}

export default function RulesPage() {
  return <AdminRoom path="/admin/rules">{() => <RuleList />}</AdminRoom>;
}
