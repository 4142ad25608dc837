import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRoom } from "@/components/admin/admin-room";
import { ForecastersPage } from "@/components/admin/forecasters-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("forecasts.title") };
}

export default function Page() {
  return <AdminRoom path="/admin/forecasts">{() => <ForecastersPage />}</AdminRoom>;
}
