"use client";

import { EyeOff, Snowflake, VideoOff, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useDeed } from "@/components/admin/use-city";
import { useCityNow } from "@/components/live/use-city-now";
import { ReasonForm } from "@/components/panels/incident/reason-form";
import { Button } from "@/components/ui/button";
import type { CameraView, Looking } from "@/lib/contract/camera";
import { CameraFailure } from "./camera-failure";
import { HlsPicture } from "./hls-picture";
import { JpegPicture } from "./jpeg-picture";
import { KeepButton } from "./keep-button";
import { useLooking } from "./use-looking";
import { type Verdict, verdictOf } from "./verdict";

type LookProps = { view: CameraView; name: string; onEnded(): void; onKept(): void };

/** One look: the picture while it is live, how old it is, how long the look lasts, and its end. */
export function CameraLook({ view, name, onEnded, onKept }: LookProps) {
  const { looking, over, take } = useLooking(view.id);
  return (
    <article
      aria-label={name}
      data-look={view.cameraId}
      className="overflow-hidden rounded-md border border-edge bg-panel"
    >
      {over ? (
        <div className="space-y-2 p-3">
          <p className="font-semibold text-sm">{name}</p>
          <CameraFailure failure={over} />
          <EndButton onEnd={onEnded} label="dismiss" />
        </div>
      ) : looking ? (
        <Live looking={looking} name={name} onEnded={onEnded} onKept={onKept} take={take} />
      ) : (
        <Waiting name={name} />
      )}
    </article>
  );
}

function Waiting({ name }: { name: string }) {
  const t = useTranslations("cameras");
  return (
    <p role="status" className="p-3 text-muted text-sm">
      {name}: {t("verdict.starting")}
    </p>
  );
}

type LiveProps = {
  looking: { said: Looking; at: number };
  name: string;
  onEnded(): void;
  onKept(): void;
  take(said: Looking): void;
};

function Live({ looking: { said, at }, name, onEnded, onKept, take }: LiveProps) {
  const t = useTranslations("cameras");
  const [shown, setShown] = useState<{ at: number; behindS: number } | null>(null);
  const now = useSteadyNow();
  const heardMs = Math.max(0, now - at);
  const stillMs = shown && Math.max(0, now - shown.at);
  const verdict = verdictOf({ picture: said.picture, heardMs, stillMs });
  const src = `/api/v1/cameras/${encodeURIComponent(said.cameraId)}/views/${said.id}/`;
  const part = {
    label: t("pictureOf", { name }),
    hidden: verdict !== "live",
    onShown: (behindS: number) => setShown({ at: performance.now(), behindS }),
  };
  const ageS =
    said.picture.ageMs === null ? null : Math.round((said.picture.ageMs + heardMs) / 1000 + (shown?.behindS ?? 0));
  return (
    <>
      <div className="relative aspect-video bg-black" data-verdict={verdict}>
        {said.format === "hls" ? (
          <HlsPicture src={`${src}index.m3u8`} {...part} />
        ) : (
          <JpegPicture src={`${src}picture.jpg`} {...part} />
        )}
        {verdict !== "live" && <Cover verdict={verdict} ageS={ageS} />}
      </div>
      <div className="space-y-2 p-3">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
          <strong>{name}</strong>
          <span className="text-muted text-xs tabular-nums">
            {ageS === null ? t("ageUnknown") : t("age", { seconds: ageS })}
          </span>
        </p>
        {said.picture.sound && (
          <p className="flex items-start gap-1.5 text-muted text-xs">
            <VolumeX size={14} aria-hidden className="mt-0.5 shrink-0" />
            {t("sound")}
          </p>
        )}
        <KeepButton viewId={said.id} name={name} live={verdict === "live"} onKept={onKept} />
        <Clock said={said} onEnded={onEnded} take={take} />
      </div>
    </>
  );
}

const ICON: Record<Exclude<Verdict, "live">, typeof Snowflake> = {
  starting: EyeOff,
  frozen: Snowflake,
  dead: VideoOff,
  unsure: EyeOff,
};

/** Instead of a picture that may not be called live. */
function Cover({ verdict, ageS }: { verdict: Exclude<Verdict, "live">; ageS: number | null }) {
  const t = useTranslations("cameras");
  const Icon = ICON[verdict];
  return (
    <div
      role="status"
      className="absolute inset-0 flex flex-col items-center justify-center gap-1 bg-black p-3 text-center text-white"
    >
      <Icon size={28} aria-hidden />
      <p className="font-bold text-lg">{t(`verdict.${verdict}`)}</p>
      {verdict !== "starting" && ageS !== null && (
        <p className="text-sm tabular-nums">{t("since", { seconds: ageS })}</p>
      )}
    </div>
  );
}

function Clock({ said, onEnded, take }: { said: Looking; onEnded(): void; take(said: Looking): void }) {
  const t = useTranslations("cameras");
  const extend = useDeed("extendCameraView");
  const end = useDeed("endCameraView");
  const [asking, setAsking] = useState(false);
  const now = useCityNow();
  const leftS = Math.max(0, Math.ceil((said.until - now) / 1000));
  const clock = `${Math.floor(leftS / 60)}:${String(leftS % 60).padStart(2, "0")}`;
  const more = async (reason: string) => {
    const longer = await extend.run({ params: { id: said.id }, body: { reason } });
    if (longer) take(longer);
    if (longer) setAsking(false);
  };
  const stop = async () => {
    if (await end.run({ params: { id: said.id } })) onEnded();
  };
  return (
    <>
      <p className="text-muted text-xs">
        {t(`purpose.${said.purpose}`)} ·{" "}
        <span className={`tabular-nums ${leftS < 60 ? "font-semibold text-level-2" : ""}`}>{t("left", { clock })}</span>
      </p>
      <CameraFailure failure={extend.failure ?? end.failure} />
      {asking ? (
        <ReasonForm
          label={t("extendReason")}
          submit={t("extend")}
          back={t("back")}
          variant="primary"
          busy={extend.busy}
          onSubmit={more}
          onBack={() => setAsking(false)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => setAsking(true)}>
            {t("extend")}
          </Button>
          <EndButton onEnd={stop} label="end" />
        </div>
      )}
    </>
  );
}

function EndButton({ onEnd, label }: { onEnd(): void; label: "end" | "dismiss" }) {
  const t = useTranslations("cameras");
  return (
    <Button size="sm" variant="ghost" onClick={onEnd}>
      {t(label)}
    </Button>
  );
}

/** The browser's steady clock, ms, twice a second. */
function useSteadyNow(): number {
  const [now, setNow] = useState(0);
  const timer = useRef<ReturnType<typeof setInterval>>(undefined);
  useEffect(() => {
    setNow(performance.now());
    timer.current = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer.current);
  }, []);
  return now;
}
