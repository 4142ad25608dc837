import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { AuditList } from "@/components/admin/audit-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("audit.title") };
}

type Props = { searchParams: Promise<{ actor?: string | string[]; subject?: string | string[] }> };

export default async function AuditPage({ searchParams }: Props) {
  const { actor, subject } = await searchParams;
  const asked = { actor: String(actor ?? ""), subject: String(subject ?? "") };
  return <AdminRoom path="/admin/audit">{() => <AuditList asked={asked} />}</AdminRoom>;
}
