"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/input";
import type { KindInfo } from "@/lib/contract/kind";
import { type DeviceQuery, everyDevice } from "./device-rows";
import { useLocalized } from "./use-localized";

type Filters = {
  query: DeviceQuery;
  kinds: readonly KindInfo[];
  zones: readonly string[];
  zoneName(id: string): string;
  onChange(change: Partial<DeviceQuery>): void;
};

const links = ["fresh", "late", "offline", "never", "retired"] as const;

export function DeviceFilters({ query, kinds, zones, zoneName, onChange }: Filters) {
  const t = useTranslations("admin.devices");
  const linkWord = useTranslations("device.link");
  const words = useLocalized();
  const filtered = query.text || query.kind || query.zone || query.link;
  const { text, kind, zone, link } = everyDevice;
  return (
    <search className="mb-3 grid gap-2 sm:grid-cols-2 lg:grid-cols-[minmax(14rem,2fr)_1fr_1fr_1fr_auto]">
      <Input
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
        value={query.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <Select aria-label={t("kind")} value={query.kind} onChange={(event) => onChange({ kind: event.target.value })}>
        <option value="">{t("anyKind")}</option>
        {kinds.map((kind) => (
          <option key={kind.id} value={kind.id}>
            {words(kind.label)}
          </option>
        ))}
      </Select>
      <Select aria-label={t("zone")} value={query.zone} onChange={(event) => onChange({ zone: event.target.value })}>
        <option value="">{t("anyZone")}</option>
        {zones.map((id) => (
          <option key={id} value={id}>
            {zoneName(id)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t("link")}
        value={query.link}
        onChange={(event) => onChange({ link: links.find((known) => known === event.target.value) ?? "" })}
      >
        <option value="">{t("anyLink")}</option>
        {links.map((link) => (
          <option key={link} value={link}>
            {link === "retired" ? t("retired") : linkWord(link)}
          </option>
        ))}
      </Select>
      <Button variant="ghost" disabled={!filtered} onClick={() => onChange({ text, kind, zone, link })}>
        {t("clearFilters")}
      </Button>
    </search>
  );
}
