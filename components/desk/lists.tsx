"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { AlertQueue } from "@/components/panels/alert-queue/alert-queue";
import { IncidentList } from "@/components/panels/incident/incident-list";
import { Tabs } from "@/components/ui/tabs";
import { type DeskState, useDesk } from "./desk-store";
import type { DeskActions } from "./use-desk-actions";

type ListsProps = { readOnly: boolean; actions: DeskActions };

/** The left edge: what the devices raised, and what people made of it. */
export function Lists({ readOnly, actions }: ListsProps) {
  const t = useTranslations("desk");
  const list = useDesk((desk) => desk.list);
  const alerts = useLive((city) => city.alerts);
  const incidents = useLive((city) => city.incidents);
  const heard = useLive((city) => city.city !== null);
  const standing = useMemo(() => [...alerts.values()].filter((it) => it.state !== "cleared").length, [alerts]);
  const open = useMemo(() => [...incidents.values()].filter((it) => it.state === "open").length, [incidents]);
  const queue = (
    <div className="flex h-full flex-col">
      <Queue readOnly={readOnly} actions={actions} />
    </div>
  );
  return (
    <Tabs
      label={t("lists")}
      className="h-full"
      value={list}
      onValueChange={(next) => useDesk.setState({ list: next as DeskState["list"] })}
      items={[
        { value: "alerts", label: t("queue.title"), count: heard ? standing : undefined, content: queue },
        {
          value: "incidents",
          label: t("incidents"),
          count: heard ? open : undefined,
          content: <Incidents actions={actions} />,
        },
      ]}
    />
  );
}

function Incidents({ actions }: Pick<ListsProps, "actions">) {
  const selected = useDesk((desk) => (desk.selection?.type === "incident" ? desk.selection.id : null));
  return <IncidentList selectedId={selected} onSelect={actions.showIncident} />;
}

function Queue({ readOnly, actions }: ListsProps) {
  const selected = useDesk((desk) => (desk.selection?.type === "alert" ? desk.selection.id : null));
  const checked = useDesk((desk) => desk.checked);
  const onOrder = useCallback((order: readonly string[]) => useDesk.setState({ order }), []);
  return (
    <AlertQueue
      selected={selected}
      checked={checked}
      keysHeld={useKeysHeld()}
      readOnly={readOnly}
      actions={actions}
      openChecked={() => void actions.openIncident(...checked)}
      onOrder={onOrder}
    />
  );
}

/** True for a while after the keys moved along the queue. */
function useKeysHeld(): boolean {
  const until = useDesk((desk) => desk.holdUntil);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const rest = until - Date.now();
    if (rest <= 0) return;
    setHeld(true);
    const timer = setTimeout(() => setHeld(false), rest);
    return () => clearTimeout(timer);
  }, [until]);
  return held;
}
