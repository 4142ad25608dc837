"use client";
import { CircleSlash2, Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDuration } from "@/components/ui/duration-label";
import { TimeLabel } from "@/components/ui/time-label";
import { type ViewEntry, type ViewSide, viewSides } from "@/lib/contract/privacy";
import { Only } from "./only";
import type { ViewWords } from "./use-view-words";
import type { ViewsAsked } from "./use-views";

type Words = { words: ViewWords; onOnly(part: ViewsAsked): void };
type Table = Words & { views: readonly ViewEntry[] };

/** Views and refused tries, one a line. A name in a line asks for all lines of that name. */
export function PrivacyTable({ views, ...names }: Table) {
  const t = useTranslations("privacy");
  const headings = [t("at"), t("filter.outcome"), ...viewSides.map((side) => t(`sides.${side}`)), t("duration")];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section aria-label={t("list")} tabIndex={0} className="overflow-x-auto">
      <table className="w-full min-w-180 border-collapse text-sm">
        <caption className="sr-only">{t("list")}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th
                key={heading}
                scope="col"
                className="px-3 py-2 text-left text-xs font-semibold whitespace-nowrap text-muted"
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {views.map((view) => (
            <Line key={view.id} view={view} {...names} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ view, words, onOnly }: Words & { view: ViewEntry }) {
  const t = useTranslations("privacy");
  const keys = keysOf(view);
  const Icon = view.outcome === "viewed" ? Eye : CircleSlash2;
  return (
    <tr
      data-view={view.id}
      title={t("row", { id: view.id })}
      className="border-t border-line align-top hover:bg-raised"
    >
      <td className="px-3 py-2 whitespace-nowrap">
        <TimeLabel at={view.at} style="full" />
      </td>
      <td className="px-3 py-2 whitespace-nowrap">
        <Icon size={14} aria-hidden className="mr-1.5 inline text-muted" />
        {t(`outcome.${view.outcome}`)}
      </td>
      {viewSides.map((side) => {
        const what = words(side, keys[side]);
        return (
          <td key={side} className="px-3 py-2">
            <Only what={what} title={t("only", { what })} onClick={() => onOnly({ [side]: keys[side] })} />
          </td>
        );
      })}
      <td className="px-3 py-2 whitespace-nowrap tabular-nums">
        <Lasted view={view} />
      </td>
    </tr>
  );
}

function Lasted({ view: { outcome, seconds } }: { view: ViewEntry }) {
  const t = useTranslations("privacy");
  const lasted = useDuration();
  if (outcome === "refused") return "–";
  return seconds === null ? <span className="text-muted">{t("open")}</span> : lasted(seconds);
}

function keysOf({ cameraId, person, agencyId, purpose, incidentId }: ViewEntry): Record<ViewSide, string> {
  return { camera: cameraId, person, agency: agencyId, purpose, incident: incidentId };
}
