"use client";

import { FileText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";

/** To the report of an incident, for who may read it: the desk's people. Not from the past: a report is of now. */
export function ReportLink({ incidentId }: { incidentId: string }) {
  const t = useTranslations("report");
  const role = useLive((city) => city.me?.role);
  if (role !== "operator" && role !== "admin") return null;
  return (
    <Link
      href={`/desk/incidents/${encodeURIComponent(incidentId)}/report`}
      className="inline-flex items-center gap-1 text-xs underline"
    >
      <FileText size={13} aria-hidden />
      {t("title")}
    </Link>
  );
}
