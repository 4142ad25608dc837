import type { Metadata } from "next";
import { AdminRoom } from "@/components/admin/admin-room";
import { ZonePage } from "@/components/admin/zone-page";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).id) };
}

export default async function OneZonePage({ params }: Props) {
  const id = decodeURIComponent((await params).id);
  return <AdminRoom path={`/admin/zones/${encodeURIComponent(id)}`}>{() => <ZonePage id={id} />}</AdminRoom>;
}
