"use client";

import { VideoOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePulse } from "@/components/live/use-live";
import { Age } from "../signs/age";

type Word = "silent" | "tampered" | "stopped" | "frozen" | "recording";

const INK: Record<Word, string> = {
  silent: "text-muted",
  tampered: "text-level-3",
  stopped: "text-level-2",
  frozen: "text-level-2",
  recording: "text-ok",
};

function wordOf(records: boolean, stands: boolean, tampered: boolean): Word {
  if (tampered) return "tampered";
  if (!records) return "stopped";
  return stands ? "frozen" : "recording";
}

/** What a camera says of itself. Its picture is seen from an incident only, and nothing here could be taken for one. */
export function CameraState({ deviceId }: { deviceId: string }) {
  const t = useTranslations("desk.camera");
  const pulse = usePulse(deviceId);
  const recording = pulse?.values.get("recording");
  const tampered = pulse?.values.get("tampered");
  const fps = pulse?.values.get("fps");
  const silent = pulse?.link === "offline" || pulse?.link === "never" || !recording;
  const word = silent ? "silent" : wordOf(recording.value === 1, fps?.value === 0, tampered?.value === 1);
  return (
    <section className="border-line border-b px-4 py-3">
      <p className={`flex items-baseline justify-between gap-2 font-semibold text-sm ${INK[word]}`}>
        <span>
          {t(word)}
          {!silent && fps && (
            <span className="ml-2 font-normal text-muted tabular-nums">{t("fps", { n: fps.value })}</span>
          )}
        </span>
        {recording && (
          <span className="font-normal text-muted text-xs">
            <Age at={recording.at} />
          </span>
        )}
      </p>
      <p className="mt-2 flex items-start gap-2 rounded-md border border-line border-dashed px-3 py-2.5 text-muted text-xs">
        <VideoOff size={16} aria-hidden="true" className="mt-px shrink-0" />
        {t("noPicture")}
      </p>
    </section>
  );
}
