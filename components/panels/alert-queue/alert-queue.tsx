"use client";

import { ArrowUp, Siren } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { AlertRow, type RowActions } from "./alert-row";
import { type QueueFilter, queueOf, wholeQueue } from "./queue";
import { QueueFilters } from "./queue-filters";
import { useCalmOrder } from "./use-calm-order";

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
export function AlertQueue({ selected, checked, keysHeld, readOnly, actions, openChecked, onOrder }: AlertQueueProps) {
  const [filter, setFilter] = useState<QueueFilter>(wholeQueue);
  const [held, setHeld] = useState(false);
  const [pages, setPages] = useState(1);
  const alerts = useLive((city) => city.alerts);
  const wanted = useMemo(() => queueOf(alerts.values(), filter).map((alert) => alert.id), [alerts, filter]);
  const { ids, waiting, takeIn } = useCalmOrder(wanted, held || keysHeld);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => onOrder(ids), [ids, onOrder]);
  useEffect(() => {
    list.current?.querySelector(`[data-alert="${CSS.escape(selected ?? "")}"]`)?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <>
      <QueueHead waiting={waiting} takeIn={takeIn} />
      <QueueFilters
        filter={filter}
        onChange={(next) => {
          setFilter(next);
          setPages(1);
          takeIn();
        }}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only notices that a hand is near, offers nothing */}
      <div
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        <ul ref={list} data-queue={ids.length}>
          {ids.slice(0, pages * PAGE).map((id) => (
            <AlertRow
              key={id}
              id={id}
              selected={id === selected}
              checked={checked.has(id)}
              readOnly={readOnly}
              actions={actions}
            />
          ))}
        </ul>
        {ids.length === 0 && <QueueEmpty filtered={filter !== wholeQueue} />}
        {ids.length > pages * PAGE && (
          <MoreButton rest={ids.length - pages * PAGE} onMore={() => setPages(pages + 1)} />
        )}
      </div>
      {checked.size > 0 && <CheckedBar count={checked.size} openChecked={openChecked} />}
    </>
  );
}

function QueueHead({ waiting, takeIn }: { waiting: number; takeIn(): void }) {
  const t = useTranslations("desk.queue");
  const alerts = useLive((city) => city.alerts);
  const counts = useMemo(() => {
    const standing = [...alerts.values()].filter((alert) => alert.state !== "cleared");
    return { all: standing.length, unseen: standing.filter((alert) => alert.state === "raised").length };
  }, [alerts]);
  return (
    <div className="flex h-11 shrink-0 items-center justify-between gap-2 border-line border-b px-3">
      <h2 className="font-semibold text-sm">
        {t("title")} <span className="font-normal text-muted tabular-nums">{t("counts", counts)}</span>
      </h2>
      <span aria-live="polite">
        {waiting > 0 && (
          <button
            type="button"
            onClick={takeIn}
            className="inline-flex min-h-7 items-center gap-1 rounded-full bg-accent px-2.5 font-semibold text-on-accent text-xs"
          >
            <ArrowUp size={13} aria-hidden="true" />
            {t("waiting", { n: waiting })}
          </button>
        )}
      </span>
    </div>
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
