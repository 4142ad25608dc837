import type { Selection } from "@/components/desk/desk-store";
import type { CityState } from "@/components/live/city-state";
import type { Locale } from "@/lib/base/localized";
import { hazardNames, type Level, levelNames } from "@/lib/contract/level";

export type Item = { key: string; title: string; hint: string; level?: Level; seen?: boolean; selection: Selection };
export type ItemGroup = { name: "alerts" | "incidents" | "devices" | "zones" | "units"; items: Item[] };

const MOST = 8;

/** What fits the words in any order, a few of each sort, best first. Without words: alerts and incidents, worst first. */
export function findItems(city: CityState, query: string, locale: Locale): ItemGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const groups: ItemGroup[] = [
    { name: "alerts", items: best(alertItems(city, locale), words) },
    { name: "incidents", items: best(incidentItems(city, locale), words) },
    { name: "devices", items: words.length ? best(deviceItems(city, locale), words) : [] },
    { name: "zones", items: words.length ? best(zoneItems(city, locale), words) : [] },
    { name: "units", items: words.length ? best(unitItems(city, locale), words) : [] },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

type Candidate = { item: Item; text: string };

function best(candidates: Candidate[], words: readonly string[]): Item[] {
  const rank = ({ item, text }: Candidate) => {
    const title = item.title.toLowerCase();
    if (!words.every((word) => text.includes(word))) return 0;
    return title.startsWith(words[0] ?? "") ? 3 : words.every((word) => title.includes(word)) ? 2 : 1;
  };
  return candidates
    .map((candidate) => ({ candidate, rank: rank(candidate) }))
    .filter((it) => it.rank > 0)
    .sort(
      (a, b) => b.rank - a.rank || (words.length ? a.candidate.item.title.length - b.candidate.item.title.length : 0),
    )
    .slice(0, MOST)
    .map((it) => it.candidate.item);
}

const candidate = (item: Item, ...more: string[]): Candidate => ({
  item,
  text: [item.title, item.hint, item.selection.id, ...more].join(" ").toLowerCase(),
});

function alertItems(city: CityState, locale: Locale): Candidate[] {
  const standing = [...city.alerts.values()].filter((alert) => alert.state !== "cleared");
  return standing
    .sort((a, b) => b.level - a.level || b.raisedAt - a.raisedAt)
    .map((alert) =>
      candidate(
        {
          key: `alert ${alert.id}`,
          title: alert.deviceName,
          hint: `${levelNames[alert.level][locale]} · ${hazardNames[alert.hazard][locale]}`,
          level: alert.level,
          seen: alert.state !== "raised",
          selection: { type: "alert", id: alert.id },
        },
        alert.ruleName[locale],
      ),
    );
}

function incidentItems(city: CityState, locale: Locale): Candidate[] {
  const open = [...city.incidents.values()].filter((incident) => incident.state === "open");
  return open
    .sort((a, b) => b.level - a.level || b.openedAt - a.openedAt)
    .map(({ id, title, level, hazard }) =>
      candidate({
        key: `incident ${id}`,
        title,
        hint: `${levelNames[level][locale]} · ${hazardNames[hazard][locale]}`,
        level,
        selection: { type: "incident", id },
      }),
    );
}

function deviceItems(city: CityState, locale: Locale): Candidate[] {
  const inService = [...city.devices.values()].filter((device) => device.retiredAt === null);
  return inService.map(({ id, name, kind, zone }) =>
    candidate(
      {
        key: `device ${id}`,
        title: name,
        hint: city.kinds.get(kind)?.label[locale] ?? kind,
        selection: { type: "device", id },
      },
      city.zones.get(zone)?.name[locale] ?? zone,
    ),
  );
}

function zoneItems(city: CityState, locale: Locale): Candidate[] {
  return [...city.zones.values()].map(({ id, name }) =>
    candidate({ key: `zone ${id}`, title: name[locale], hint: id, selection: { type: "zone", id } }, name.ko, name.en),
  );
}

function unitItems(city: CityState, locale: Locale): Candidate[] {
  return [...city.units.values()].map(({ id, name, agencyId }) =>
    candidate(
      {
        key: `unit ${id}`,
        title: name[locale],
        hint: city.agencies.get(agencyId)?.name[locale] ?? agencyId,
        selection: { type: "unit", id },
      },
      name.ko,
      name.en,
    ),
  );
}
