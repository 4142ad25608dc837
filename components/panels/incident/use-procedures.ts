"use client";

import { createClient } from "@/lib/client/client";
import { askedAgain } from "../signs/asked-again";

/** What is to be done by hazard and level; null until it is there. */
export const useProcedures = askedAgain(() => createClient("").call("getProcedures", {}));
