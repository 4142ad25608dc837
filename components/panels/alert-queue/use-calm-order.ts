"use client";

import { useState } from "react";
import { calmOrder } from "./queue";

/** The order to show, what waits, and a way to take it in at once. Another `filter` is another list. See `calmOrder`. */
export function useCalmOrder(wanted: readonly string[], filter: unknown, held: boolean) {
  const [kept, setKept] = useState({ ids: wanted, filter });
  const holding = held && kept.filter === filter && kept.ids.length > 0;
  const { ids, waiting } = calmOrder(kept.ids, wanted, holding);
  // remembered while drawing: an effect would show the old order for one frame
  if (ids !== kept.ids || filter !== kept.filter) setKept({ ids, filter });
  return { ids, waiting, takeIn: () => setKept({ ids: wanted, filter }) };
}
