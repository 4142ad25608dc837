"use client";

import { rememberedSwitch } from "@/components/ui/remembered-switch";

/** Whether a new request rings, and the switch for it; remembered by this browser, on at first. */
export const useSound = rememberedSwitch("haechi.dispatch.sound");
