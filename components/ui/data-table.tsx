"use client";

import {
  type ColumnDef,
  createColumnHelper,
  createSortedRowModel,
  type Header,
  type RowData,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
});
type Features = typeof features;

/** A column of a DataTable. Columns with an accessor sort by it unless `enableSorting: false`. */
export type TableColumn<T extends RowData> = ColumnDef<Features, T, unknown>;

/** Makes typed columns: `tableColumns<Device>((c) => [c.accessor("name", { header: "…" }), c.display({ id: "do", … })])`. */
export function tableColumns<T extends RowData>(
  make: (
    helper: ReturnType<typeof createColumnHelper<Features, T>>,
  ) => ReturnType<ReturnType<typeof createColumnHelper<Features, T>>["columns"]>,
) {
  return make(createColumnHelper<Features, T>());
}

/** A table with a caption, headings that sort, and a word for when it is empty. Keep `columns` and `rows` stable (memo). */
export function DataTable<T extends RowData>(props: {
  caption: string;
  columns: TableColumn<T>[];
  rows: T[];
  rowId: (row: T) => string;
  empty: ReactNode;
  sort?: { id: string; desc: boolean };
  selectedId?: string | null;
  className?: string;
}) {
  const table = useTable({
    features,
    columns: props.columns,
    data: props.rows,
    getRowId: props.rowId,
    initialState: { sorting: props.sort ? [props.sort] : [] },
  });
  const rows = table.getRowModel().rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section aria-label={props.caption} tabIndex={0} className={cx("overflow-auto", props.className)}>
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{props.caption}</caption>
        <thead className="sticky top-0 z-10 bg-panel">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} className="border-b border-line">
              {group.headers.map((header) => (
                <HeaderCell key={header.id} header={header}>
                  {!header.isPlaceholder && <table.FlexRender header={header} />}
                </HeaderCell>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.id}
              data-row={row.id}
              aria-current={row.id === props.selectedId || undefined}
              className="border-b border-line hover:bg-raised aria-[current]:bg-raised"
            >
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className="px-3 py-2 align-middle">
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && props.empty}
    </section>
  );
}

const arrows = { asc: ArrowUp, desc: ArrowDown };

function HeaderCell<T extends RowData>({
  header,
  children,
}: {
  header: Header<Features, T, unknown>;
  children: ReactNode;
}) {
  const sorted = header.column.getIsSorted();
  const Arrow = sorted ? arrows[sorted] : ChevronsUpDown;
  const sorts = header.column.getCanSort();
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted === "asc" ? "ascending" : "descending") : undefined}
      className="px-3 py-1.5 text-left text-xs font-semibold whitespace-nowrap text-muted"
    >
      {sorts ? (
        <button
          type="button"
          onClick={header.column.getToggleSortingHandler()}
          className="inline-flex min-h-7 items-center gap-1 rounded hover:text-ink"
        >
          {children}
          <Arrow size={13} aria-hidden />
        </button>
      ) : (
        children
      )}
    </th>
  );
}
