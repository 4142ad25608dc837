import type { Metadata } from "next";
import { AdminRoom } from "@/components/admin/admin-room";
import { DevicePage } from "@/components/admin/device-page";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).id) };
}

export default async function OneDevicePage({ params }: Props) {
  const id = decodeURIComponent((await params).id);
  return <AdminRoom path={`/admin/devices/${encodeURIComponent(id)}`}>{() => <DevicePage id={id} />}</AdminRoom>;
}
