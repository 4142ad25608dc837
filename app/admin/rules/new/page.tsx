import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { RuleAdd } from "@/components/admin/rule-add";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("rule.newTitle") };
}

export default function NewRulePage() {
  return <AdminRoom path="/admin/rules/new">{() => <RuleAdd />}</AdminRoom>;
}
