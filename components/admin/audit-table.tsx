"use client";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { TimeLabel } from "@/components/ui/time-label";
import type { AuditRow } from "@/lib/contract/people";
import { detailLines } from "./audit-rows";
import { Only } from "./only";
import type { AuditAsked } from "./use-audit";

const HASH_LETTERS = 10;
const columns = ["at", "actor", "action", "subject", "hash"] as const;

type Table = { rows: AuditRow[]; onAsk(part: Partial<AuditAsked>): void };

/** Audit rows, each with its detail behind it. A name in a row asks for all rows of that name. */
export function AuditTable({ rows, onAsk }: Table) {
  const t = useTranslations("admin.audit");
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const flip = (id: number) =>
    setOpen((old) => new Set(old.has(id) ? [...old].filter((it) => it !== id) : [...old, id]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section aria-label={t("table")} tabIndex={0} className="overflow-x-auto rounded-panel border border-line bg-panel">
      <table className="w-full min-w-160 border-collapse text-sm">
        <caption className="sr-only">{t("table")}</caption>
        <thead>
          <tr>
            <th className="w-10">
              <span className="sr-only">{t("detail")}</span>
            </th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="px-3 py-2 text-left text-xs font-semibold whitespace-nowrap text-muted"
              >
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.id}>
              <Row row={row} open={open.has(row.id)} onFlip={() => flip(row.id)} onAsk={onAsk} />
              {open.has(row.id) && <Detail row={row} />}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type OneRow = { row: AuditRow; open: boolean; onFlip(): void; onAsk: Table["onAsk"] };

function Row({ row, open, onFlip, onAsk }: OneRow) {
  const t = useTranslations("admin.audit");
  const Arrow = open ? ChevronDown : ChevronRight;
  return (
    <tr data-audit={row.id} className="border-t border-line align-top hover:bg-raised">
      <td className="py-1.5 pl-2">
        <button
          type="button"
          aria-expanded={open}
          aria-label={t("open", { id: row.id })}
          className="inline-flex size-7 items-center justify-center rounded-md text-muted hover:text-ink"
          onClick={onFlip}
        >
          <Arrow size={16} aria-hidden />
        </button>
      </td>
      <td className="px-3 py-2 whitespace-nowrap">
        <TimeLabel at={row.at} style="full" />
      </td>
      <td className="px-3 py-2">
        <Only what={row.actor} title={t("onlyThis", { what: row.actor })} onClick={() => onAsk({ actor: row.actor })} />
      </td>
      <td className="px-3 py-2">
        <Action code={row.action} />
      </td>
      <td className="px-3 py-2">
        <Only
          what={row.subject}
          title={t("onlyThis", { what: row.subject })}
          onClick={() => onAsk({ subject: row.subject })}
        />
      </td>
      <td className="px-3 py-2 font-mono text-xs text-muted">{row.hash.slice(0, HASH_LETTERS)}</td>
    </tr>
  );
}

/** What was done in the reader's words; the code below is what a search in the database finds. */
function Action({ code }: { code: string }) {
  const t = useTranslations("admin.audit");
  const key = `actions.${code}`;
  if (!t.has(key)) return <span className="font-semibold">{code}</span>;
  return (
    <>
      <span className="block font-semibold">{t(key)}</span>
      <span className="block text-xs text-faint">{code}</span>
    </>
  );
}

function Detail({ row }: { row: AuditRow }) {
  const t = useTranslations("admin.audit");
  const lines = detailLines(row.detail);
  return (
    <tr className="bg-ground">
      <td />
      <td colSpan={columns.length} className="px-3 py-3">
        {lines.length === 0 && <p className="mb-2 text-muted">{t("noDetail")}</p>}
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-xs">
          {lines.map(([path, value]) => (
            <Fragment key={path}>
              <dt className="font-mono text-muted">{path}</dt>
              <dd className="whitespace-pre-wrap">{value}</dd>
            </Fragment>
          ))}
          <dt className="font-mono text-muted">{t("hash")}</dt>
          <dd className="font-mono break-all">{row.hash}</dd>
        </dl>
      </td>
    </tr>
  );
}
