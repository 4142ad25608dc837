"use client";
import {
  BellRing,
  Building2,
  ClipboardList,
  Cpu,
  Eye,
  Gauge,
  ListChecks,
  type LucideIcon,
  Scale,
  SquareDashed,
  TrendingUp,
  Users,
  Waves,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";

const rooms = [
  ["overview", "/admin", Gauge],
  ["devices", "/admin/devices", Cpu],
  ["zones", "/admin/zones", SquareDashed],
  ["rules", "/admin/rules", Scale],
  ["forecasts", "/admin/forecasts", TrendingUp],
  ["escalation", "/admin/escalation", BellRing],
  ["procedures", "/admin/procedures", ListChecks],
  ["agencies", "/admin/agencies", Building2],
  ["people", "/admin/people", Users],
  ["audit", "/admin/audit", ClipboardList],
  ["privacy", "/admin/privacy", Eye],
  ["river", "/admin/river", Waves],
] as const satisfies readonly (readonly [string, string, LucideIcon])[];

/** The rooms of the administration: a column at the side, a row that wraps on a phone. */
export function SideNav() {
  const t = useTranslations("admin.nav");
  const path = usePathname();
  return (
    <nav aria-label={t("label")} className="border-b border-line bg-panel p-2 lg:w-56 lg:border-r lg:border-b-0 lg:p-3">
      <ul className="flex flex-wrap gap-1 lg:sticky lg:top-3 lg:flex-col">
        {rooms.map(([name, href, Icon]) => {
          const here = href === "/admin" ? path === href : path.startsWith(href);
          return (
            <li key={name}>
              <Link
                href={href}
                aria-current={path === href ? "page" : here ? "true" : undefined}
                className={cx(
                  "flex min-h-9 items-center gap-2 rounded-md px-3 py-1.5 text-sm",
                  here
                    ? "bg-raised font-semibold text-ink shadow-[inset_3px_0_0_var(--color-accent)]"
                    : "text-muted hover:bg-raised hover:text-ink",
                )}
              >
                <Icon size={16} aria-hidden />
                {t(name)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
