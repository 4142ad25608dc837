"use client";
import { CircleDashed, PlugZap, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Circuit } from "@/lib/contract/notice";

const looks = {
  closed: { icon: PlugZap, tone: "ok" },
  "half-open": { icon: CircleDashed, tone: "caution" },
  open: { icon: Unplug, tone: "danger" },
} as const;

/** How the line to a receiver stands, in colour, shape and word. */
export function CircuitMark({ circuit }: { circuit: Circuit }) {
  const t = useTranslations("admin.agencies.circuit");
  const { icon: Icon, tone } = looks[circuit];
  return (
    <Badge tone={tone}>
      <Icon size={12} aria-hidden />
      <span data-circuit={circuit}>{t(circuit)}</span>
    </Badge>
  );
}
