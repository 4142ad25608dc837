"use client";

import { Printer } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";

/** The browser prints, or saves as PDF. Not on paper itself. */
export function PrintButton({ incidentId }: { incidentId: string }) {
  const t = useTranslations("report");
  return (
    <div className="flex gap-2 print:hidden">
      <Link href={`/desk#incident=${encodeURIComponent(incidentId)}`} className={buttonClass("secondary")}>
        {t("back")}
      </Link>
      <Button variant="primary" onClick={() => print()}>
        <Printer size={16} aria-hidden />
        {t("print")}
      </Button>
    </div>
  );
}
