"use client";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { LinkLabel } from "@/components/ui/age-label";
import { Panel } from "@/components/ui/panel";
import type { Health } from "@/lib/contract/city";

const links = ["fresh", "late", "offline", "never"] as const;
const bar = { fresh: "bg-ok", late: "bg-level-2", offline: "bg-level-4", never: "bg-faint" };

/** How many devices speak, as a bar and as doors to their lists. */
export function LinksPanel({ devices }: { devices: Health["devices"] }) {
  const t = useTranslations("admin.overview");
  const { number } = useFormatter();
  return (
    <Panel level={3} title={t("devices")}>
      <p className="text-lg font-semibold">{t("registered", { count: devices.total })}</p>
      {devices.total === 0 && <p className="mt-2 text-sm text-muted">{t("noDevices")}</p>}
      <div aria-hidden="true" className="my-3 flex h-3 gap-px overflow-hidden rounded-full bg-raised">
        {links.map((link) => (
          <span key={link} className={bar[link]} style={{ flexGrow: devices[link] }} />
        ))}
      </div>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {links.map((link) => (
          <li key={link}>
            <Link
              href={`/admin/devices?link=${link}`}
              className="block rounded-md border border-line px-3 py-2 hover:border-accent hover:bg-raised"
            >
              <LinkLabel link={link} />
              <span className="block text-xl font-semibold">{number(devices[link])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
