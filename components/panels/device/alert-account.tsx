"use client";

import { Camera, CircleCheck, CircleX, ShieldAlert, ShieldCheck, ShieldQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { createClient } from "@/lib/client/client";
import type { Alert } from "@/lib/contract/alert";
import type { AlertAccount as Account, Trust } from "@/lib/contract/evidence";
import type { AlertFinding } from "@/lib/contract/finding";
import { Moment } from "../signs/age";
import { AlertNext } from "./alert-next";
import { EvidenceChart } from "./evidence-chart";

const AGAIN_MS = 5000;

/** The account of an alert as the city gives it, asked again while it is looked at; null before the first answer. */
function useAccount(id: string): Account | null {
  const [account, setAccount] = useState<Account | null>(null);
  useEffect(() => {
    let left = false;
    const ask = () =>
      createClient("")
        .call("getAlertAccount", { params: { id } })
        .then(
          (answer) => left || setAccount(answer),
          () => undefined,
        );
    setAccount(null);
    void ask();
    const timer = setInterval(ask, AGAIN_MS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [id]);
  return account;
}

type Props = {
  alert: Alert;
  readOnly: boolean;
  find(id: string, finding: AlertFinding): void;
  showDevice(id: string): void;
};

/** Why an alert was raised, how sure it is, what is expected next, where somebody can look, and what somebody found. */
export function AlertAccount({ alert, readOnly, find, showDevice }: Props) {
  const t = useTranslations("desk.account");
  const account = useAccount(alert.id);
  if (!account) return <p className="mt-2 text-muted text-xs">{t("loading")}</p>;
  const { trust, camera } = account;
  return (
    <section aria-label={t("title")} className="mt-2.5 border-line border-t pt-2" data-trust={trust.level}>
      <TrustLine trust={trust} />
      {alert.finding ? (
        <p className="mt-1 text-xs">
          {t(`found.${alert.finding.what}`, { by: alert.finding.by })} <Moment at={alert.finding.at} />
        </p>
      ) : (
        camera &&
        trust.level !== "high" && (
          <button type="button" className={`mt-2 text-left ${BUTTON}`} onClick={() => showDevice(camera.deviceId)}>
            <Camera size={15} aria-hidden="true" className="shrink-0" />{" "}
            {t("look", { name: camera.name, metres: camera.metres })}
          </button>
        )
      )}
      {!readOnly && (
        <div className="mt-2 flex flex-wrap gap-1.5">
          <button type="button" className={BUTTON} onClick={() => find(alert.id, "confirmed")}>
            <CircleCheck size={15} aria-hidden="true" /> {t("confirm")}
          </button>
          <button type="button" className={BUTTON} onClick={() => find(alert.id, "false")}>
            <CircleX size={15} aria-hidden="true" /> {t("false")}
          </button>
        </div>
      )}
      <EvidenceChart alert={alert} account={account} />
      <AlertNext alert={alert} account={account} />
    </section>
  );
}

const BUTTON =
  "inline-flex min-h-8 items-center gap-1.5 rounded border border-line px-2.5 py-1 text-xs font-medium hover:border-accent hover:text-accent";

const shields = {
  high: { icon: ShieldCheck, tone: "text-ok" },
  medium: { icon: ShieldQuestion, tone: "text-level-2" },
  low: { icon: ShieldAlert, tone: "text-level-3" },
} as const;

function TrustLine({ trust }: { trust: Trust }) {
  const t = useTranslations("desk.account");
  const { icon: Icon, tone } = shields[trust.level];
  return (
    <>
      <p className={`flex items-center gap-1.5 font-semibold text-sm ${tone}`}>
        <Icon size={16} aria-hidden="true" /> {t(`trust.${trust.level}`)}
      </p>
      <ul className="mt-1 list-disc pl-5 text-muted text-xs">
        {trust.reasons.map(({ code, n }) => (
          <li key={code}>{t(`reason.${code}`, { n: n ?? 0 })}</li>
        ))}
      </ul>
    </>
  );
}
