"use client";
import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { River } from "@/lib/contract/river";
import { Fact } from "./fact";
import { useBytes } from "./use-bytes";
import { useCity } from "./use-city";
import { useLocalized } from "./use-localized";

const COLUMNS = ["connected", "behind", "waiting", "resumed", "snapshots"] as const;

/** Who listens, room by room, and who cannot keep up. */
export function ScreensPanel({ rooms }: { rooms: River["rooms"] }) {
  const t = useTranslations("admin.river");
  const { number } = useFormatter();
  const bytes = useBytes();
  const words = useLocalized();
  const agencies = useCity("listAgencies", {}).data?.agencies;
  const nameOf = (room: string) => {
    const id = room.replace(/^agency:/, "");
    if (id === room) return t.has(`rooms.${room}`) ? t(`rooms.${room}`) : room;
    const agency = agencies?.find((one) => one.id === id);
    return agency ? words(agency.name) : id;
  };
  return (
    <Panel level={3} title={t("screens")}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section aria-label={`${t("screens")} · ${t("room")}`} tabIndex={0} className="overflow-x-auto">
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{t("screens")}</caption>
          <thead>
            <tr className="border-b border-line text-xs text-muted">
              <th scope="col" className="py-1 text-left font-normal">
                {t("room")}
              </th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="py-1 pl-3 text-right font-normal whitespace-nowrap">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rooms.map((room) => (
              <tr key={room.room} className="border-b border-line tabular-nums">
                <th scope="row" className="py-1.5 text-left font-medium">
                  {nameOf(room.room)}
                </th>
                <td className="py-1.5 pl-3 text-right font-semibold">{number(room.screens)}</td>
                <td className="py-1.5 pl-3 text-right">{number(room.behind)}</td>
                <td className="py-1.5 pl-3 text-right whitespace-nowrap">{bytes(room.waitingBytes)}</td>
                <td className="py-1.5 pl-3 text-right">{number(room.resumed)}</td>
                <td className="py-1.5 pl-3 text-right">{number(room.snapshots)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

/** What goes on behind the readings: the history is packed, notices leave the house. */
export function BehindPanel({ river }: { river: River }) {
  const t = useTranslations("admin.river");
  const { number } = useFormatter();
  const bytes = useBytes();
  const { history, outbox } = river;
  return (
    <Panel level={3} title={t("behindTitle")}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-3">
        <Fact label={t("packed")} hint={t("packedHint")}>
          {number(history.packed)}
        </Fact>
        <Fact label={t("unpacked")} hint={t("unpackedHint")}>
          {number(history.waiting + history.late)}
        </Fact>
        <Fact label={t("outbox")} hint={t("outboxHint")}>
          {number(outbox.waiting)}
        </Fact>
        <Fact label={t("dead")} hint={t("deadHint")}>
          {number(outbox.dead)}
        </Fact>
        <Fact label={t("memory")} hint={t("memoryHint")}>
          {bytes(river.memoryBytes)}
        </Fact>
      </dl>
    </Panel>
  );
}
