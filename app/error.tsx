"use client";

import { useTranslations } from "next-intl";
import { PlainPage } from "@/components/shell/plain-page";
import { Button, buttonClass } from "@/components/ui/button";

/** A page failed: what happened, what to do, and never an empty screen. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useTranslations("common");
  return (
    <PlainPage title={t("error.title")}>
      <p role="alert" className="text-muted">
        {t("error.text")}
      </p>
      <p className="flex flex-wrap gap-2">
        <Button variant="primary" size="lg" onClick={retry}>
          {t("action.retry")}
        </Button>
        {/* a whole load: what failed may have been the router itself */}
        <a href="/" className={buttonClass("secondary", "lg")}>
          {t("action.home")}
        </a>
      </p>
      {error.digest && <p className="text-xs text-faint">{t("error.reference", { digest: error.digest })}</p>}
    </PlainPage>
  );
}
