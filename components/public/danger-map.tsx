import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { levelText, severityPaths } from "@/components/ui/severity";
import type { Locale } from "@/lib/base/localized";
import { hazardNames, levelNames, levels } from "@/lib/contract/level";
import type { Danger } from "./group-dangers";
import { placeLabels } from "./place-labels";
import type { Outline } from "./seoul-outline";
import { isInside, project, SKETCH } from "./sketch";

const MARK = 20;

/** Seoul's districts with the dangers marked, drawn by the server: coarse on purpose, and beside a list that says it all. */
export function DangerMap({ outline, dangers, area }: { outline: Outline; dangers: readonly Danger[]; area: string }) {
  const t = useTranslations("public");
  const locale = useLocale() as Locale;
  const inside = dangers.filter((danger) => isInside(danger, SKETCH));
  const list = inside
    .map((d) => `${d.area[locale]} ${hazardNames[d.hazard][locale]} ${levelNames[d.level][locale]}`)
    .join(", ");
  return (
    <figure className="rounded-xl border border-line bg-panel p-2">
      <svg
        viewBox={`0 0 ${SKETCH.width} ${SKETCH.height}`}
        role="img"
        aria-label={inside.length ? t("where.mapAlt", { list }) : t("where.mapNone")}
        className="block h-auto w-full"
      >
        <g className="fill-raised stroke-edge" strokeWidth="0.7" strokeLinejoin="round">
          {outline.districts.map((district) => (
            <path
              key={district.name.ko}
              d={district.path}
              className={district.name.ko === area ? "fill-accent/25 stroke-accent" : undefined}
            />
          ))}
        </g>
        <path d={outline.river} className="fill-level-1/30" />
        {inside.toReversed().map((danger) => (
          <Mark key={danger.key} danger={danger} />
        ))}
        <Names dangers={inside} />
      </svg>
      <figcaption className="flex flex-wrap items-center gap-x-3 gap-y-1 px-1 pt-2 text-xs text-muted">
        {levels.map((level) => (
          <span key={level} className="inline-flex items-center gap-1">
            <svg viewBox="0 0 16 16" aria-hidden="true" className={cx("size-3 fill-current", levelText[level])}>
              <path d={severityPaths[level]} />
            </svg>
            {levelNames[level][locale]}
          </span>
        ))}
        <span>{t("where.coarse")}</span>
      </figcaption>
    </figure>
  );
}

const fills = { 1: "fill-level-1", 2: "fill-level-2", 3: "fill-level-3", 4: "fill-level-4" };

function Mark({ danger }: { danger: Danger }) {
  const { x, y } = project(danger, SKETCH);
  return (
    <path
      d={severityPaths[danger.level]}
      transform={`translate(${(x - MARK / 2).toFixed(1)} ${(y - MARK / 2).toFixed(1)}) scale(${MARK / 16})`}
      className={cx("stroke-ground", fills[danger.level])}
      strokeWidth="1.5"
    />
  );
}

/** Names of the districts in danger, the highest first. */
function Names({ dangers }: { dangers: readonly Danger[] }) {
  const locale = useLocale() as Locale;
  const marks = dangers.map((danger) => ({ key: danger.key, text: danger.area[locale], ...project(danger, SKETCH) }));
  return placeLabels(marks, MARK / 2).map((label) => (
    <text
      key={label.key}
      x={label.x.toFixed(1)}
      y={label.y.toFixed(1)}
      textAnchor={label.anchor}
      className="fill-ink stroke-panel text-[11px] font-bold"
      strokeWidth="3"
      paintOrder="stroke"
    >
      {label.text}
    </text>
  ));
}
