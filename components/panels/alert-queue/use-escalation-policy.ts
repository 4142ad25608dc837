"use client";

import { createClient } from "@/lib/client/client";
import { askedAgain } from "../signs/asked-again";

/** What happens when nobody acknowledges; null until it is there, asked again each minute, once for all rows. */
export const useEscalationPolicy = askedAgain(() => createClient("").call("getEscalationPolicy", {}));
