"use client";

import { Pause, Play, StepBack, StepForward, Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { useZone } from "@/components/panels/signs/age";
import { clockText, dayText } from "@/components/panels/signs/city-time";
import { Button } from "@/components/ui/button";
import { KST_OFFSET_MS, MINUTE } from "@/lib/base/clock";
import { MomentField } from "./moment-field";
import { type Reach, reaches, speeds, usePast } from "./past-store";
import { goTo, leave, play, presentNow, stop } from "./time-machine";

/** The bar of the past: what moment is shown, the slider, and how it runs. Loud: nobody may take it for now. */
export function PastBar() {
  const t = useTranslations("desk.past");
  const locale = useLocale();
  const zone = useZone();
  const { at, playing, loading } = usePast();
  if (at === null) return null;
  return (
    <section
      aria-label={t("title")}
      title={t("keys")}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-past border-b-2 bg-panel px-3 py-1.5"
      data-past={at}
    >
      <strong className="rounded bg-past px-2 py-0.5 text-on-past text-sm tracking-wide">{t("mark")}</strong>
      <p className="whitespace-nowrap">
        <span className="text-muted text-xs">
          {new Date(at + KST_OFFSET_MS).getUTCFullYear()} {dayText(at, zone, locale)}{" "}
        </span>
        <time className="font-semibold text-lg tabular-nums" dateTime={new Date(at).toISOString()}>
          {clockText(at, zone)}
        </time>
      </p>
      <div className="flex items-center gap-1">
        <Button size="sm" aria-label={t("stepBack")} title={t("stepBack")} onClick={() => void goTo(at - MINUTE)}>
          <StepBack size={15} aria-hidden />
        </Button>
        <Button
          size="sm"
          variant="primary"
          aria-label={t(playing ? "stop" : "play")}
          title={t(playing ? "stop" : "play")}
          onClick={playing ? stop : play}
          data-past-play={playing}
        >
          {playing ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden />}
        </Button>
        <Button size="sm" aria-label={t("stepOn")} title={t("stepOn")} onClick={() => void goTo(at + MINUTE)}>
          <StepForward size={15} aria-hidden />
        </Button>
      </div>
      <Choices />
      <Slider at={at} />
      <MomentField at={at} />
      <Button size="sm" variant="primary" title={t("backKey")} onClick={leave}>
        <Undo2 size={15} aria-hidden />
        {t("back")}
      </Button>
      <p className="basis-full text-muted text-xs" role="status">
        {t("notice")} {loading && t("loading")} <Unknown zone={zone} />
      </p>
    </section>
  );
}

const select = "min-h-7 rounded-md border border-edge bg-raised px-1.5 text-xs";

function Choices() {
  const t = useTranslations("desk.past");
  const { speed, reach } = usePast();
  return (
    <>
      <select
        aria-label={t("speed")}
        className={select}
        value={speed}
        onChange={(event) => usePast.setState({ speed: Number(event.target.value) })}
      >
        {speeds.map((it) => (
          <option key={it} value={it}>
            {it}×
          </option>
        ))}
      </select>
      <select
        aria-label={t("reach")}
        className={select}
        value={reach}
        onChange={(event) => usePast.setState({ reach: event.target.value as Reach })}
      >
        {(Object.keys(reaches) as Reach[]).map((it) => (
          <option key={it} value={it}>
            {t(`reachOf.${it}`)}
          </option>
        ))}
      </select>
    </>
  );
}

/** From the reach's beginning to now; a moment before it stands at its left end. */
function Slider({ at }: { at: number }) {
  const t = useTranslations("desk.past");
  const id = useId();
  const reach = usePast((past) => past.reach);
  const zone = useZone();
  const end = presentNow();
  const from = end - reaches[reach];
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {t("slider")}
      </label>
      <input
        id={id}
        type="range"
        min={Math.floor(from)}
        max={Math.floor(end)}
        step={1000}
        value={at}
        aria-valuetext={clockText(at, zone)}
        onChange={(event) => void goTo(Number(event.target.value))}
        className="min-w-40 flex-1 accent-(--color-past)"
      />
    </>
  );
}

function Unknown({ zone }: { zone: string }) {
  const t = useTranslations("desk.past");
  const locale = useLocale();
  const { at, knownFrom, failure } = usePast();
  if (failure) return <strong className="text-level-3">{t("failed")}</strong>;
  if (at === null || knownFrom === null || at >= knownFrom) return null;
  const time = `${dayText(knownFrom, zone, locale)} ${clockText(knownFrom, zone)}`;
  return <strong className="text-level-3">{t("unknown", { time })}</strong>;
}
