"use client";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { Person } from "@/lib/contract/people";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { PeopleTable } from "./people-table";
import { PersonAdd } from "./person-add";
import { type PersonAsked, PersonConfirm } from "./person-confirm";
import { useCity } from "./use-city";

const NOBODY: Person[] = [];

/** Who may sign in. `me` is the id of the administrator who looks at it. */
export function PeopleList({ me }: { me: string }) {
  const t = useTranslations("admin.people");
  const answer = useCity("listPeople", {});
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<PersonAsked | null>(null);
  const add = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <UserPlus size={16} aria-hidden />
      {t("add")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={add} />
      <Notice className="mb-4">{t("selfLock")}</Notice>
      <LoadState of={answer} />
      {answer.data && (
        <PeopleTable
          people={answer.data.people ?? NOBODY}
          me={me}
          onAsk={setAsked}
          empty={<EmptyState title={t("empty")} action={add} />}
        />
      )}
      <PersonAdd open={adding} onOpenChange={setAdding} onAdded={answer.refresh} />
      <PersonConfirm asked={asked} onClose={() => setAsked(null)} onChanged={answer.refresh} />
    </>
  );
}
