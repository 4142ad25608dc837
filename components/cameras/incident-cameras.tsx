"use client";

import { Video, VideoOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useCity, useDeed } from "@/components/admin/use-city";
import { useLive } from "@/components/live/use-live";
import { isOpen } from "@/components/panels/incident/assignment-steps";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { type CameraView, type IncidentCamera, ViewPurpose } from "@/lib/contract/camera";
import { CameraFailure } from "./camera-failure";
import { CameraLook } from "./camera-look";
import { KeptPictures } from "./kept-pictures";

const REFRESH_MS = 15_000;

/** The cameras near an open incident, those that see the place first; up to four are looked at, each for a stated purpose and a while. */
export function IncidentCameras({ incidentId }: { incidentId: string }) {
  const t = useTranslations("cameras");
  const known = useCity("listIncidentCameras", { params: { id: incidentId } }, REFRESH_MS);
  const look = useDeed("startCameraView");
  const purpose = usePurpose(incidentId);
  const [gone, setGone] = useState<readonly string[]>([]);
  const [begun, setBegun] = useState<readonly CameraView[]>([]);
  const { cameras = [], views = [], kept = [] } = known.data ?? {};
  const all = [...views, ...begun.filter((v) => !views.some((known) => known.id === v.id))];
  const open = all.filter((v) => !gone.includes(v.id));
  const start = async (cameraId: string) => {
    const view = await look.run({ params: { id: cameraId }, body: { incidentId, purpose: purpose.chosen } });
    if (view) setBegun((old) => [...old.filter((v) => v.id !== view.id), view]);
  };
  const nameOf = (id: string) => cameras.find((c) => c.cameraId === id)?.name ?? id;
  const ended = (id: string) => {
    setGone((old) => [...old, id]);
    void known.refresh();
  };
  return (
    <section aria-label={t("title")} className="space-y-3" data-cameras={incidentId}>
      {known.failure && !known.data && <CameraFailure failure={known.failure} />}
      {open.length > 0 && (
        <div className={`grid gap-2 ${open.length > 1 ? "sm:grid-cols-2" : ""}`}>
          {open.map((view) => (
            <CameraLook
              key={view.id}
              view={view}
              name={nameOf(view.cameraId)}
              onKept={known.refresh}
              onEnded={() => ended(view.id)}
            />
          ))}
        </div>
      )}
      <CameraFailure failure={look.failure} />
      {known.data && cameras.length === 0 && <p className="text-muted text-sm">{t("none")}</p>}
      {cameras.some((c) => c.format) && <Purpose {...purpose} />}
      <ul className="space-y-1.5">
        {cameras.map((camera) => (
          <CameraLine
            key={camera.cameraId}
            camera={camera}
            busy={look.busy}
            looking={open.some((v) => v.cameraId === camera.cameraId)}
            onLook={() => start(camera.cameraId)}
          />
        ))}
      </ul>
      {kept.length > 0 && (
        <>
          <h4 className="font-semibold text-sm">{t("kept.title")}</h4>
          <KeptPictures pictures={kept} nameOf={nameOf} />
        </>
      )}
    </section>
  );
}

/** Prefilled: who is on the way needs to be led; until then it is to be seen whether it is true. */
function usePurpose(incidentId: string) {
  const moving = useLive((city) => city.incidents.get(incidentId)?.assignments.some(isOpen) ?? false);
  const [picked, setPicked] = useState<ViewPurpose | null>(null);
  return { chosen: picked ?? (moving ? "guide-responders" : "verify-alert"), pick: setPicked } as const;
}

function Purpose({ chosen, pick }: { chosen: ViewPurpose; pick(purpose: ViewPurpose): void }) {
  const t = useTranslations("cameras");
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold text-xs">
        {t("purposeLabel")}
      </label>
      <Select id={id} value={chosen} onChange={(event) => pick(ViewPurpose.parse(event.target.value))}>
        {ViewPurpose.options.map((purpose) => (
          <option key={purpose} value={purpose}>
            {t(`purpose.${purpose}`)}
          </option>
        ))}
      </Select>
      <p className="mt-1 text-muted text-xs">{t("recorded")}</p>
    </div>
  );
}

type LineProps = { camera: IncidentCamera; busy: boolean; looking: boolean; onLook(): void };

function CameraLine({ camera, busy, looking, onLook }: LineProps) {
  const t = useTranslations("cameras");
  const Icon = camera.format ? Video : VideoOff;
  return (
    <li data-camera={camera.cameraId} className="flex items-start gap-2 text-sm">
      <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{camera.name}</p>
        <p className="text-muted text-xs">
          <span className="tabular-nums">{t("metres", { metres: camera.metres })}</span> · {t(`sight.${camera.sight}`)}
          {camera.condition !== "working" && (
            <span className="font-semibold text-level-2"> · {t(`condition.${camera.condition}`)}</span>
          )}
        </p>
      </div>
      {camera.format ? (
        <Button
          size="sm"
          busy={busy}
          disabled={looking}
          onClick={onLook}
          aria-label={t("lookAt", { name: camera.name })}
        >
          {t("look")}
        </Button>
      ) : (
        <span className="text-muted text-xs">{t("noPicture")}</span>
      )}
    </li>
  );
}
