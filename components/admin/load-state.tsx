"use client";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LoadingState } from "@/components/ui/loading-state";
import { FailureNote } from "./failure-note";
import type { Loaded } from "./use-city";

type Asked = Pick<Loaded<unknown>, "data" | "failure" | "loading" | "refresh">;

/** What stands in place of data that is not there: waiting, or why not. Old data that could not be renewed says so. */
export function LoadState({ of }: { of: Asked }) {
  const t = useTranslations("admin.state");
  if (of.data !== null && !of.failure) return null;
  if (!of.failure) return <LoadingState />;
  return (
    <div className="mb-4 flex flex-col items-start gap-2">
      {of.data !== null && <p className="text-sm text-muted">{t("stale")}</p>}
      <FailureNote failure={of.failure} />
      <Button size="sm" busy={of.loading} onClick={() => void of.refresh()}>
        <RefreshCw size={14} aria-hidden />
        {t("again")}
      </Button>
    </div>
  );
}
