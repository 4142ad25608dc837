"use client";
import { Copy } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Rule } from "@/lib/contract/rule";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { RuleEdit } from "./rule-edit";
import { useCity } from "./use-city";
import { useLocalized } from "./use-localized";

/** One rule: its newest version in a form, and every version it ever had. */
export function RulePage({ id }: { id: string }) {
  const t = useTranslations("admin");
  const words = useLocalized();
  const answer = useCity("listRuleVersions", { params: { id } });
  const versions: Rule[] = answer.data?.versions ?? [];
  const [newest] = versions;
  const unknown = answer.failure?.code === "not-found" || (answer.data && !newest);
  return (
    <>
      <PageHead
        title={newest ? words(newest.name) : id}
        lead={newest && id}
        crumbs={[{ href: "/admin/rules", label: t("nav.rules") }]}
        actions={
          newest && (
            <Link href={`/admin/rules/new?copy=${encodeURIComponent(id)}`} className={buttonClass()}>
              <Copy size={15} aria-hidden />
              {t("rule.copy")}
            </Link>
          )
        }
      />
      {unknown ? <Notice tone="caution" title={t("rule.unknown", { id })} /> : <LoadState of={answer} />}
      {newest && <RuleEdit key={id} newest={newest} versions={versions} refresh={answer.refresh} />}
    </>
  );
}
