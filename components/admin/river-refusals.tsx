"use client";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import type { River } from "@/lib/contract/river";

/** What was refused, why, and whose it was: since the start. */
export function RefusalsPanel({ river }: { river: River }) {
  const t = useTranslations("admin.river");
  const reasons = [
    ...river.refusedReadings.map((r) => ({ ...r, what: "reading" as const })),
    ...river.refusedFrames.map((r) => ({ ...r, what: "frame" as const })),
  ].sort((a, b) => b.count - a.count);
  return (
    <Panel level={3} title={t("refusals")}>
      {reasons.length === 0 ? (
        <p className="text-sm text-muted">{t("noRefusals")}</p>
      ) : (
        <div className="grid items-start gap-6 sm:grid-cols-2">
          <Ranks title={t("byReason")} name={t("reason")}>
            {reasons.map(({ code, count, what }) => (
              <Rank key={`${what} ${code}`} count={count} most={reasons[0]?.count ?? count}>
                {t.has(`code.${code}`) ? t(`code.${code}`) : code} <span className="text-faint">· {t(what)}</span>
              </Rank>
            ))}
          </Ranks>
          <Ranks title={t("byDevice")} name={t("device")}>
            {river.refusedDevices.map(({ deviceId, name, count }) => (
              <Rank key={deviceId} count={count} most={river.refusedDevices[0]?.count ?? count}>
                <Link href={`/admin/devices/${encodeURIComponent(deviceId)}`} className="hover:underline">
                  {name}
                </Link>
              </Rank>
            ))}
          </Ranks>
        </div>
      )}
    </Panel>
  );
}

function Ranks({ title, name, children }: { title: string; name: string; children: ReactNode }) {
  const t = useTranslations("admin.river");
  return (
    <table className="w-full table-fixed border-collapse text-sm">
      <caption className="pb-1 text-left text-sm font-semibold">{title}</caption>
      <thead>
        <tr className="border-b border-line text-xs text-muted">
          <th scope="col" className="py-1 text-left font-normal">
            {name}
          </th>
          <th scope="col" className="w-20 py-1 text-right font-normal">
            {t("count")}
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** A row with a bar as long as its share of the largest. */
function Rank({ count, most, children }: { count: number; most: number; children: ReactNode }) {
  const { number } = useFormatter();
  return (
    <tr className="border-b border-line">
      <td className="py-1.5 pr-2">
        <span className="block break-words">{children}</span>
        <span
          aria-hidden="true"
          className="block h-1 rounded-full bg-edge"
          style={{ width: `${(100 * count) / most}%` }}
        />
      </td>
      <td className="py-1.5 text-right tabular-nums">{number(count)}</td>
    </tr>
  );
}
