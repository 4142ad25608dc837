import { useLocale, useTranslations } from "next-intl";
import { clockText } from "@/components/panels/signs/city-time";
import { valueText } from "@/components/panels/signs/value-text";
import type { Locale } from "@/lib/base/localized";
import type { Alert } from "@/lib/contract/alert";
import { levelNames } from "@/lib/contract/level";
import type { ReportChart } from "@/lib/contract/report";
import { BOX, chartShape } from "./chart-shape";
import { momentsOf } from "./moments-of";

/** What the device measured about an alert, as a picture that prints: line, band, thresholds, and when what happened to the alert. */
export function EvidenceChart({ chart, alert, zone }: { chart: ReportChart; alert: Alert; zone: string }) {
  const t = useTranslations("report");
  const locale = useLocale() as Locale;
  const shape = chartShape(chart);
  const { stream, from, to, bars } = chart;
  if (!shape) return <p className="text-muted text-xs">{t("chartNone")}</p>;
  const { x, y, line, band, dots, low, high } = shape;
  const say = (value: number) => valueText(stream, value, locale);
  return (
    <svg
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      className="w-full"
      role="img"
      aria-label={t("chartLabel", { name: alert.deviceName, stream: stream.label[locale] })}
    >
      <path d={band} fill="currentColor" opacity={0.15} />
      <path d={line} fill="none" stroke="currentColor" strokeWidth={1.4} />
      {dots.map(({ x: cx, y: cy }) => (
        <circle key={cx} cx={cx} cy={cy} r={2} fill="currentColor" />
      ))}
      {bars.map((bar) => (
        <g key={bar.level} className={INK[bar.level]} stroke="currentColor">
          <line x1={BOX.left} x2={BOX.width - BOX.right} y1={y(bar.value)} y2={y(bar.value)} strokeDasharray="5 4" />
          <text x={BOX.left + 4} y={y(bar.value) - 3} fontSize={10} stroke="none" fill="currentColor">
            {levelNames[bar.level][locale]} {say(bar.value)}
          </text>
        </g>
      ))}
      {momentsOf(alert).map(({ what, at }, i) => (
        <g key={what}>
          <line
            x1={x(at)}
            x2={x(at)}
            y1={BOX.top}
            y2={BOX.height - BOX.bottom}
            stroke="currentColor"
            strokeWidth={0.8}
          />
          <text
            x={x(at) + (isRight(x(at)) ? -3 : 3)}
            y={BOX.top + 9 + 11 * i}
            fontSize={10}
            textAnchor={isRight(x(at)) ? "end" : "start"}
            fill="currentColor"
          >
            {t(what)} {clockText(at, zone).slice(0, 5)}
          </text>
        </g>
      ))}
      <rect
        {...{
          x: BOX.left,
          y: BOX.top,
          width: BOX.width - BOX.left - BOX.right,
          height: BOX.height - BOX.top - BOX.bottom,
        }}
        fill="none"
        stroke="currentColor"
        opacity={0.4}
      />
      {[high, low].map((value, i) => (
        <text
          key={value}
          x={BOX.left - 4}
          y={i === 0 ? BOX.top + 9 : BOX.height - BOX.bottom}
          fontSize={10}
          textAnchor="end"
          fill="currentColor"
        >
          {value.toFixed(stream.digits)}
        </text>
      ))}
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <text
          key={share}
          x={x(from + share * (to - from))}
          y={BOX.height - 8}
          fontSize={10}
          textAnchor={share === 0 ? "start" : share === 1 ? "end" : "middle"}
          fill="currentColor"
        >
          {clockText(from + share * (to - from), zone).slice(0, 5)}
        </text>
      ))}
    </svg>
  );
}

/** There is no room behind it for words. */
const isRight = (x: number): boolean => x > BOX.width * 0.8;

const INK = { 1: "text-level-1", 2: "text-level-2", 3: "text-level-3", 4: "text-level-4" } as const;
