"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { AuditFilter } from "./audit-filter";
import { AuditTable } from "./audit-table";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { type AuditAsked, useAudit } from "./use-audit";

/** Who did what, newest first, a page at a time. */
export function AuditList({ asked: first }: { asked: AuditAsked }) {
  const t = useTranslations("admin.audit");
  const [asked, setAsked] = useState(first);
  const audit = useAudit(asked);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <AuditFilter key={`${asked.actor} ${asked.subject}`} asked={asked} onAsk={setAsked} />
      <LoadState of={audit} />
      {audit.data?.length === 0 && <EmptyState title={t("empty")} />}
      {audit.data && audit.data.length > 0 && (
        <>
          <AuditTable rows={audit.data} onAsk={(part) => setAsked((old) => ({ ...old, ...part }))} />
          <div className="mt-4 flex justify-center">
            {audit.more ? (
              <Button busy={audit.loading} onClick={() => void audit.older()}>
                {t("older")}
              </Button>
            ) : (
              <p className="text-sm text-muted">{t("end")}</p>
            )}
          </div>
        </>
      )}
      <p className="mt-6 text-xs text-muted">{t("verify")}</p>
    </>
  );
}
