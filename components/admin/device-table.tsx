"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { Device } from "@/lib/contract/device";
import type { KindInfo } from "@/lib/contract/kind";
import { DeviceAge } from "./device-age";
import { DeviceLink } from "./device-link";
import type { DeviceQuery, DeviceSort } from "./device-rows";
import { StreamValue } from "./stream-value";
import { useLocalized } from "./use-localized";

type Table = {
  rows: readonly Device[];
  query: DeviceQuery;
  kindOf(id: string): KindInfo | undefined;
  zoneName(id: string): string;
  onSort(by: DeviceSort): void;
};

const headCell = "px-3 py-1.5 text-left text-xs font-semibold whitespace-nowrap text-muted";
const cell = "border-t border-line px-3 py-2 align-top text-sm";
// on a phone: which device, whether it speaks, what it says
const wide = "hidden md:table-cell";
const columnClass: Partial<Record<DeviceSort, string>> = { kind: wide, zone: wide, seen: wide };
const columns = ["name", "kind", "zone", "link", "seen"] as const;

/** One page of devices with their newest value and its age. */
export function DeviceTable({ rows, query, kindOf, zoneName, onSort }: Table) {
  const t = useTranslations("admin.devices");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must scroll by keyboard too
    <section className="overflow-x-auto rounded-panel border border-line bg-panel" aria-label={t("table")} tabIndex={0}>
      <table className="w-full border-collapse md:min-w-184">
        <thead>
          <tr>
            {columns.map((by) => (
              <SortHead key={by} by={by} query={query} onSort={onSort} />
            ))}
            <th scope="col" className={headCell}>
              {t("latest")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((device) => (
            <Row key={device.id} device={device} kind={kindOf(device.kind)} zone={zoneName(device.zone)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SortHead({ by, query, onSort }: { by: DeviceSort; query: DeviceQuery; onSort(by: DeviceSort): void }) {
  const t = useTranslations("admin.devices");
  const sorted = query.sort === by;
  const arrow = sorted ? (query.down ? "↓" : "↑") : "↕";
  return (
    <th
      scope="col"
      className={cx(headCell, columnClass[by])}
      aria-sort={sorted ? (query.down ? "descending" : "ascending") : undefined}
    >
      <button
        type="button"
        className="inline-flex items-center gap-1 hover:text-ink"
        title={t("sortBy", { column: t(by) })}
        onClick={() => onSort(by)}
      >
        {t(by)}
        <span aria-hidden="true" className={sorted ? "text-accent" : "text-faint"}>
          {arrow}
        </span>
      </button>
    </th>
  );
}

function Row({ device, kind, zone }: { device: Device; kind: KindInfo | undefined; zone: string }) {
  const t = useTranslations("admin.devices");
  const words = useLocalized();
  return (
    <tr className="hover:bg-raised">
      <th scope="row" className={cx(cell, "text-left font-normal")}>
        <Link
          href={`/admin/devices/${encodeURIComponent(device.id)}`}
          className="font-semibold underline-offset-2 hover:underline"
        >
          {device.name}
        </Link>
        <span className="block text-xs text-muted">
          {device.id}
          {device.simulated && ` · ${t("simulated")}`}
        </span>
      </th>
      <td className={cx(cell, wide)}>{kind ? words(kind.label) : device.kind}</td>
      <td className={cx(cell, wide)}>{zone}</td>
      <td className={cell}>
        <DeviceLink device={device} />
      </td>
      <td className={cx(cell, wide)}>
        <DeviceAge at={device.lastSeenAt} />
      </td>
      <td className={cell}>
        <Latest device={device} kind={kind} />
      </td>
    </tr>
  );
}

/** The main stream's newest value; dim once its device no longer speaks. */
function Latest({ device, kind }: { device: Device; kind: KindInfo | undefined }) {
  const t = useTranslations("admin.devices");
  const value = device.latest.find(({ stream }) => stream === kind?.main) ?? device.latest[0];
  if (!value) return <span className="text-faint">{t("noValue")}</span>;
  return (
    <span className={cx("whitespace-nowrap", (device.retiredAt !== null || device.link !== "fresh") && "text-muted")}>
      <StreamValue stream={kind?.streams.find(({ name }) => name === value.stream)} value={value.value} />
      <span className="block">
        <DeviceAge at={value.at} />
      </span>
    </span>
  );
}
