"use client";

import { ArrowUp, Siren } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { AlertRow, type RowActions } from "./alert-row";
import { type QueueFilter, type QueueRow, queueOf, rowsOf, wholeQueue } from "./queue";
import { QueueFilters } from "./queue-filters";
import { useCalmOrder } from "./use-calm-order";
import { useHand } from "./use-hand";

/** More rows than anybody reads; the rest waits behind a button. */
const PAGE = 100;

type AlertQueueProps = {
  selected: string | null;
  checked: ReadonlySet<string>;
  /** The keys were just used: hold the order as for a hand. */
  keysHeld: boolean;
  readOnly: boolean;
  actions: RowActions;
  openChecked(): void;
  /** Told the order on the screen, which is what "next" and "previous" walk along. */
  onOrder(ids: readonly string[]): void;
};

/** The alerts, worst first. While a hand is on it nothing moves: what is new waits behind a marker. */
export function AlertQueue(props: AlertQueueProps) {
  const [filter, setFilter] = useState<QueueFilter>(wholeQueue);
  const { held, near } = useHand();
  const alerts = useLive((city) => city.alerts);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => rowsOf(queueOf(alerts.values(), filter), opened), [alerts, filter, opened]);
  const wanted = useMemo(() => rows.map((row) => row.id), [rows]);
  const more = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  // opening a group is asked for by the hand that holds the list: it may move it
  const list = useMemo(() => ({ filter, opened }), [filter, opened]);
  const unseen = useMemo(() => [...alerts.values()].filter((alert) => alert.state === "raised").length, [alerts]);
  const { ids, waiting, takeIn } = useCalmOrder(wanted, list, held || props.keysHeld);
  const { onOrder } = props;
  useEffect(() => onOrder(ids), [ids, onOrder]);
  return (
    <>
      <QueueFilters filter={filter} unseen={unseen} onChange={setFilter} />
      <div className="relative min-h-0 flex-1" {...near}>
        <Waiting n={waiting} takeIn={takeIn} />
        <Rows
          {...props}
          ids={ids}
          filtered={filter !== wholeQueue}
          more={more}
          opened={opened}
          onToggle={(groupId) => setOpened((old) => toggled(old, groupId))}
        />
      </div>
      {props.checked.size > 0 && <CheckedBar count={props.checked.size} openChecked={props.openChecked} />}
    </>
  );
}

type RowsProps = Omit<AlertQueueProps, "keysHeld" | "openChecked" | "onOrder"> & {
  ids: readonly string[];
  filtered: boolean;
  more: ReadonlyMap<string, QueueRow>;
  opened: ReadonlySet<string>;
  onToggle(groupId: string): void;
};

function toggled(old: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(old);
  if (!next.delete(id)) next.add(id);
  return next;
}

function Rows({ ids, filtered, more, opened, onToggle, selected, checked, readOnly, actions }: RowsProps) {
  const [pages, setPages] = useState(1);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-alert="${CSS.escape(selected ?? "")}"]`)?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  if (ids.length === 0) return <QueueEmpty filtered={filtered} />;
  const rest = ids.length - pages * PAGE;
  return (
    <div className="h-full overflow-y-auto overscroll-contain">
      <ul ref={list} data-queue={ids.length}>
        {ids.slice(0, pages * PAGE).map((id) => (
          <AlertRow
            key={id}
            id={id}
            selected={id === selected}
            checked={checked.has(id)}
            readOnly={readOnly}
            actions={actions}
            more={more.get(id)?.more ?? 0}
            opened={opened.has(more.get(id)?.groupId ?? "")}
            onToggle={onToggle}
          />
        ))}
      </ul>
      {rest > 0 && <MoreButton rest={rest} onMore={() => setPages(pages + 1)} />}
    </div>
  );
}

/** Lies over the list, so that its coming moves nothing. */
function Waiting({ n, takeIn }: { n: number; takeIn(): void }) {
  const t = useTranslations("desk.queue");
  return (
    <span aria-live="polite" className="absolute inset-x-0 top-2 z-20 flex justify-center empty:hidden">
      {n > 0 && (
        <button
          type="button"
          onClick={takeIn}
          className="inline-flex min-h-7 items-center gap-1 rounded-full bg-accent px-3 font-semibold text-on-accent text-xs shadow-panel"
        >
          <ArrowUp size={13} aria-hidden="true" />
          {t("waiting", { n })}
        </button>
      )}
    </span>
  );
}

function QueueEmpty({ filtered }: { filtered: boolean }) {
  const t = useTranslations("desk.queue");
  const loading = useLive((city) => city.cursor === "");
  if (loading) return <QueueLoading />;
  return (
    <div className="px-6 py-10 text-center text-muted text-sm">
      <p className="font-medium text-ink">{t(filtered ? "emptyFiltered" : "empty")}</p>
      <p className="mt-1">{t(filtered ? "emptyFilteredHint" : "emptyHint")}</p>
    </div>
  );
}

function QueueLoading() {
  const t = useTranslations("desk.queue");
  return (
    <div role="status" className="flex flex-col gap-3 p-3">
      <span className="sr-only">{t("loading")}</span>
      {[1, 2, 3, 4].map((n) => (
        <div key={n} className="h-16 rounded bg-raised/60" />
      ))}
    </div>
  );
}

function MoreButton({ rest, onMore }: { rest: number; onMore(): void }) {
  const t = useTranslations("desk.queue");
  return (
    <button type="button" onClick={onMore} className="w-full px-3 py-3 text-accent text-sm hover:underline">
      {t("more", { n: rest })}
    </button>
  );
}

function CheckedBar({ count, openChecked }: { count: number; openChecked(): void }) {
  const t = useTranslations("desk.queue");
  return (
    <div className="flex shrink-0 items-center justify-between gap-2 border-line border-t bg-raised px-3 py-2 text-sm">
      <span className="tabular-nums">{t("checked", { n: count })}</span>
      <button
        type="button"
        onClick={openChecked}
        className="inline-flex min-h-8 items-center gap-1.5 rounded bg-accent px-3 font-semibold text-on-accent"
      >
        <Siren size={15} aria-hidden="true" />
        {t("openChecked")}
      </button>
    </div>
  );
}
