import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { RuleAdd } from "@/components/admin/rule-add";

type Props = { searchParams: Promise<{ copy?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("rule.newTitle") };
}

export default async function NewRulePage({ searchParams }: Props) {
  const { copy } = await searchParams;
  const copyOf = typeof copy === "string" ? copy : null;
  return <AdminRoom path="/admin/rules/new">{() => <RuleAdd copyOf={copyOf} />}</AdminRoom>;
}
