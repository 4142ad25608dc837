"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { liveStore } from "@/components/live/live-store";
import { useToast } from "@/components/ui/toast";
import { isFailure } from "@/lib/base/failure";
import { createClient } from "@/lib/client/client";
import { groupsOf } from "@/lib/contract/alert-group";
import type { AlertFinding } from "@/lib/contract/finding";
import { check, select, uncheckAll, useDesk } from "./desk-store";
import { nextUnseen } from "./next-unseen";

const client = createClient("");

/** What an operator does to alerts. Each goes over the contract; the screen changes when the city says so. */
export function useDeskActions() {
  const t = useTranslations("desk");
  const tell = useToast();
  const router = useRouter();
  return useMemo(() => {
    const tried = async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        const code = isFailure(error) ? error.code : "internal";
        tell({ title: t("failed"), text: t(`failure.${code}`), tone: "danger" });
      }
    };
    // the screen shows what was done; ears are told
    const say = (said: string) => useDesk.setState({ said });
    return {
      select: (id: string) => select({ type: "alert", id }),
      check,
      showIncident: (id: string) => select({ type: "incident", id }),
      openPage: (id: string) => router.push(`/desk/incidents/${encodeURIComponent(id)}`),
      acknowledge: (id: string) =>
        tried(async () => {
          const name = liveStore.getState().alerts.get(id)?.deviceName ?? id;
          await client.call("acknowledgeAlert", { params: { id }, body: {} });
          say(t("done.acknowledged", { name }));
          const { selection, order } = useDesk.getState();
          // only where the operator still stands on it: a hand that has moved on is not pulled back
          const here = selection?.type === "alert" && selection.id === id;
          const next = here ? nextUnseen(order, liveStore.getState().alerts, id) : null;
          if (next) select({ type: "alert", id: next });
        }),
      openIncident: (...alertIds: string[]) =>
        tried(async () => {
          const incident = await client.call("openIncident", { body: { alertIds } });
          uncheckAll();
          select({ type: "incident", id: incident.id });
          say(t("done.opened", { title: incident.title }));
        }),
      takeGroup: (groupId: string) =>
        tried(async () => {
          const group = groupsOf(liveStore.getState().alerts.values()).find((g) => g.id === groupId);
          if (!group || group.open.length === 0) return;
          const body = { alertIds: group.open };
          const incident = group.incidentId
            ? await client.call("addIncidentAlerts", { params: { id: group.incidentId }, body })
            : await client.call("openIncident", { body });
          select({ type: "incident", id: incident.id });
          say(t(group.incidentId ? "done.added" : "done.opened", { title: incident.title }));
        }),
      ungroup: (id: string) =>
        tried(async () => {
          await client.call("groupAlert", { params: { id }, body: { groupId: id } });
          say(t("done.ungrouped"));
        }),
      showDevice: (id: string) => select({ type: "device", id }),
      find: (id: string, finding: AlertFinding) =>
        tried(async () => {
          await client.call("findAlert", { params: { id }, body: { finding } });
          say(t(`done.${finding}`));
        }),
      publish: (id: string, published: boolean) =>
        tried(async () => {
          await client.call("publishAlert", { params: { id }, body: { published } });
          say(t(published ? "done.published" : "done.unpublished"));
        }),
    };
  }, [t, tell, router]);
}

export type DeskActions = ReturnType<typeof useDeskActions>;
