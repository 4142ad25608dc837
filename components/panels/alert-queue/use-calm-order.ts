"use client";

import { useState } from "react";
import { calmOrder } from "./queue";

/** The order to show, what waits, and a way to take it in at once. See `calmOrder`. */
export function useCalmOrder(wanted: readonly string[], held: boolean) {
  const [shown, setShown] = useState<readonly string[]>(wanted);
  const { ids, waiting } = calmOrder(shown, wanted, held && shown.length > 0);
  // remembered while drawing: an effect would show the new order for one frame
  if (ids !== shown) setShown(ids);
  return { ids, waiting, takeIn: () => setShown(wanted) };
}
