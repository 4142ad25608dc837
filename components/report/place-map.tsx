import { useTranslations } from "next-intl";
import { isInside, project, type Sketch } from "@/components/public/sketch";
import { distanceM } from "@/lib/base/geo";
import type { IncidentReport } from "@/lib/contract/report";
import type { Ground } from "./place-ground";

const BAR_M = 500;

/** The place as a drawing: it prints as it is seen, and needs no browser's canvas. */
export function PlaceMap({
  report,
  window,
  ground,
}: {
  report: IncidentReport;
  window: Sketch;
  ground: Ground | null;
}) {
  const t = useTranslations("report");
  const { incident, places, alerts } = report;
  const raising = new Set(alerts.map((alert) => alert.deviceId));
  const { width, height } = window;
  const there = project(incident, window);
  const barPx = (BAR_M / metresAcross(window)) * width;
  return (
    <figure>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="w-full border border-line bg-[#f4f2ee] text-black"
        role="img"
        aria-label={t("mapLabel", { title: incident.title })}
      >
        {ground && (
          <>
            <path d={ground.green} fill="#d5e6cf" />
            <path d={ground.water} fill="#b5d3ec" />
            <path d={ground.streams} fill="none" stroke="#b5d3ec" strokeWidth={4} />
            <path d={ground.districts} fill="none" stroke="#8a8a8a" strokeWidth={0.8} strokeDasharray="6 4" />
            <path d={ground.roads} fill="none" stroke="#c9b48a" strokeWidth={2} />
            <path d={ground.bridges} fill="none" stroke="#8f7d55" strokeWidth={2.4} />
          </>
        )}
        {places
          .filter((place) => isInside(place, window))
          .map((place) => {
            const { x, y } = project(place, window);
            return raising.has(place.id) ? (
              <g key={place.id}>
                <path d={`M${x} ${y - 7}l7 12h-14z`} fill="#c81e2a" stroke="white" />
                <text
                  x={x + 9}
                  y={y + 4}
                  fontSize={11}
                  fontWeight={600}
                  stroke="white"
                  strokeWidth={3}
                  paintOrder="stroke"
                >
                  {place.name}
                </text>
              </g>
            ) : (
              <circle key={place.id} cx={x} cy={y} r={3} fill="#44525f" stroke="white" />
            );
          })}
        <path d={STAR} transform={`translate(${there.x} ${there.y})`} fill="#101820" stroke="white" strokeWidth={1.5} />
        <path d={`M14 ${height - 14}h${barPx}`} stroke="black" strokeWidth={3} />
      </svg>
      <figcaption className="mt-1 text-muted text-xs">{t("mapNote", { metres: BAR_M })}</figcaption>
    </figure>
  );
}

const STAR = "M0-11 3.2-3.6 11-3 5 2 7 10 0 5.8-7 10-5 2-11-3-3.2-3.6z";

const metresAcross = ({ west, east, north, south }: Sketch): number =>
  distanceM({ lat: (north + south) / 2, lon: west }, { lat: (north + south) / 2, lon: east });
