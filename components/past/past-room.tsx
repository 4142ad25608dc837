"use client";

import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { buttonClass } from "@/components/ui/button";
import { NowBar } from "./now-bar";
import { PastBar } from "./past-bar";
import { useIsPast } from "./past-store";
import { goTo, leave, presentNow } from "./time-machine";
import { usePastKeys } from "./use-past-keys";

/** The bar of the past while it is shown, and what happens in the present meanwhile. Who leaves the room leaves the past. */
export function PastRoom() {
  const past = useIsPast();
  useEffect(() => leave, []);
  if (!past) return null;
  return <Shown />;
}

function Shown() {
  usePastKeys();
  return (
    <>
      <NowBar />
      <PastBar />
    </>
  );
}

/** Opens the time machine. */
export function PastButton() {
  const t = useTranslations("desk.past");
  return (
    <button
      type="button"
      title={t("openHint")}
      onClick={() => void goTo(presentNow())}
      className={buttonClass("ghost", "sm")}
      data-past-button
    >
      <History size={16} aria-hidden="true" />
      <span className="max-sm:sr-only">{t("open")}</span>
    </button>
  );
}
