"use client";
import { KeyRound, Send, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import { TimeLabel } from "@/components/ui/time-label";
import { useToast } from "@/components/ui/toast";
import type { WebhookState, WebhookTest } from "@/lib/contract/notice";
import { FailureNote } from "./failure-note";
import { useDeed } from "./use-city";
import { useDeliveryReason } from "./use-delivery-reason";

type Props = {
  webhook: WebhookState;
  onSecret(secret: string): void;
  onChanged(): Promise<void>;
  onGone(): void;
};

/** What can be done with a webhook that there is: try it, change its secret, take it away. */
export function WebhookTools({ webhook, onSecret, onChanged, onGone }: Props) {
  const t = useTranslations("admin.agencies");
  const done = useTranslations("admin.actions");
  const tell = useToast();
  const [test, rotate, remove] = [useDeed("testWebhook"), useDeed("rotateWebhookSecret"), useDeed("deleteWebhook")];
  const [result, setResult] = useState<WebhookTest | null>(null);
  const [asking, setAsking] = useState<"rotate" | "remove" | null>(null);
  const given = { params: { id: webhook.agencyId } };
  const tryIt = async () => {
    setResult(null);
    setResult(await test.run(given));
    await onChanged();
  };
  const confirm = async () => {
    if (asking === "rotate") {
      const made = await rotate.run(given);
      if (made) onSecret(made.secret);
      else return;
    } else if (await remove.run(given)) {
      tell({ title: done("saved"), tone: "ok" });
      onGone();
    } else return;
    setAsking(null);
    await onChanged();
  };
  return (
    <section aria-label={t("tools")} className="flex flex-col gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap gap-2">
        <Button busy={test.busy} onClick={tryIt}>
          <Send size={16} aria-hidden />
          {t("test")}
        </Button>
        <Button onClick={() => setAsking("rotate")}>
          <KeyRound size={16} aria-hidden />
          {t("rotate")}
        </Button>
        <Button onClick={() => setAsking("remove")}>
          <Trash2 size={16} aria-hidden />
          {t("remove")}
        </Button>
      </div>
      {webhook.oldSecretUntil !== null && (
        <p className="text-sm text-muted">
          {t("oldSecret")} <TimeLabel at={webhook.oldSecretUntil} style="day-time" />
        </p>
      )}
      <TestResult result={result} />
      <FailureNote failure={test.failure} />
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t(asking === "remove" ? "removeTitle" : "rotateTitle")}
        description={t(asking === "remove" ? "removeBody" : "rotateBody")}
        confirm={t(asking === "remove" ? "removeConfirm" : "rotateConfirm")}
        danger={asking === "remove"}
        busy={rotate.busy || remove.busy}
        onConfirm={confirm}
      >
        <FailureNote failure={rotate.failure ?? remove.failure} />
      </ConfirmDialog>
    </section>
  );
}

function TestResult({ result }: { result: WebhookTest | null }) {
  const t = useTranslations("admin.agencies");
  const reasonOf = useDeliveryReason();
  if (!result) return null;
  return (
    <Notice tone={result.ok ? "ok" : "danger"} live="polite" title={t(result.ok ? "testOk" : "testFailed")}>
      {result.ok ? t("testTook", { ms: result.tookMs }) : reasonOf(result.error)}
    </Notice>
  );
}
