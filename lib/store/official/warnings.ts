import type { OfficialWarning } from "../../contract/official";
import type { Store } from "../open";
import { ms } from "../time";

/** Every warning that the feed knew when it answered last. */
export async function listWarnings(store: Store): Promise<OfficialWarning[]> {
  const rows = await store.reader.officialWarning.findMany({ orderBy: { id: "asc" } });
  return rows.map((row) => ({
    ...(row as unknown as OfficialWarning),
    issuedAt: ms(row.issuedAt),
    effectiveAt: ms(row.effectiveAt),
    endsAt: ms(row.endsAt),
    liftedAt: ms(row.liftedAt),
  }));
}

/** These warnings instead of those before. */
export async function replaceWarnings(store: Store, warnings: readonly OfficialWarning[]): Promise<void> {
  const data = warnings.map((w) => ({
    ...w,
    issuedAt: big(w.issuedAt),
    effectiveAt: big(w.effectiveAt),
    endsAt: big(w.endsAt),
    liftedAt: big(w.liftedAt),
  }));
  await store.write(async (tx) => {
    await tx.officialWarning.deleteMany({});
    await tx.officialWarning.createMany({ data });
  });
}

function big(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}
