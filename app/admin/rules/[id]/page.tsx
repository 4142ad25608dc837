import type { Metadata } from "next";
import { AdminRoom } from "@/components/admin/admin-room";
import { RulePage } from "@/components/admin/rule-page";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).id) };
}

export default async function OneRulePage({ params }: Props) {
  const id = decodeURIComponent((await params).id);
  return <AdminRoom path={`/admin/rules/${encodeURIComponent(id)}`}>{() => <RulePage id={id} />}</AdminRoom>;
}
