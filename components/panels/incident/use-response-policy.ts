"use client";

import { createClient } from "@/lib/client/client";
import { askedAgain } from "../signs/asked-again";

/** By when steps are owed and what happens when they are late; null until it is there. */
export const useResponsePolicy = askedAgain(() => createClient("").call("getResponsePolicy", {}));
