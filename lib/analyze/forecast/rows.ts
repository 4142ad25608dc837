import { groupsOf, type Streams } from "./look-back";
import type { Recipe } from "./recipe";
import type { Table } from "./table";
import { type Tide, tideClock } from "./tide";

/** What was read of each group of a row, as `Group.read` gives it: null where the group is missing. */
export type RowReader = { groups: readonly { width: number }[]; width: number; read(row: number): (number[] | null)[] };

/** Reads the rows of a table with this tide: what does not hang on it comes from the table, the rest is computed. */
export function rowReader(recipe: Recipe, streams: Streams, table: Table, tide: Tide): RowReader {
  const groups = groupsOf(recipe, streams, tideClock(tide));
  const read = (row: number) => {
    let column = row * table.fixedWidth;
    return groups.map((group) => {
      if (group.tidal) return group.read(table.instants[row] ?? 0);
      const numbers = table.fixed.subarray(column, column + group.width);
      column += group.width;
      return Number.isNaN(numbers[0]) ? null : [...numbers];
    });
  };
  return { groups, width: groups.reduce((sum, group) => sum + group.width, 0), read };
}
