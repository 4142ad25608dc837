import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { PeopleList } from "@/components/admin/people-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("people.title") };
}

export default function PeoplePage() {
  return <AdminRoom path="/admin/people">{(me) => <PeopleList me={me.id} />}</AdminRoom>;
}
