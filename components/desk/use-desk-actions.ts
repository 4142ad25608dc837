"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { liveStore } from "@/components/live/live-store";
import { useToast } from "@/components/ui/toast";
import { isFailure } from "@/lib/base/failure";
import { createClient } from "@/lib/client/client";
import { check, select, uncheckAll, useDesk } from "./desk-store";
import { nextUnseen } from "./next-unseen";

const client = createClient("");

/** What an operator does to alerts. Each goes over the contract; the screen changes when the city says so. */
export function useDeskActions() {
  const t = useTranslations("desk");
  const tell = useToast();
  return useMemo(() => {
    const tried = async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        const code = isFailure(error) ? error.code : "internal";
        tell({ title: t("failed"), text: t(`failure.${code}`), tone: "danger" });
      }
    };
    return {
      select: (id: string) => select({ type: "alert", id }),
      check,
      showIncident: (id: string) => select({ type: "incident", id }),
      acknowledge: (id: string) =>
        tried(async () => {
          const name = liveStore.getState().alerts.get(id)?.deviceName ?? id;
          const { selection, order } = useDesk.getState();
          const here = selection?.type === "alert" && selection.id === id;
          await client.call("acknowledgeAlert", { params: { id }, body: {} });
          tell({ title: t("done.acknowledged", { name }), tone: "ok" });
          const next = here ? nextUnseen(order, liveStore.getState().alerts, id) : null;
          if (next) select({ type: "alert", id: next });
        }),
      openIncident: (...alertIds: string[]) =>
        tried(async () => {
          const incident = await client.call("openIncident", { body: { alertIds } });
          uncheckAll();
          select({ type: "incident", id: incident.id });
          tell({ title: t("done.opened", { title: incident.title }), tone: "ok" });
        }),
      publish: (id: string, published: boolean) =>
        tried(async () => {
          await client.call("publishAlert", { params: { id }, body: { published } });
          tell({ title: t(published ? "done.published" : "done.unpublished"), tone: "ok" });
        }),
    };
  }, [t, tell]);
}

export type DeskActions = ReturnType<typeof useDeskActions>;
