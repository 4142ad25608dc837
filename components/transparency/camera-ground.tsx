import { useTranslations } from "next-intl";
import type { Transparency } from "@/lib/contract/privacy";
import { Lines, Part } from "./part";

const law = ["purpose", "sound", "steer", "sign", "policy", "retention"] as const;
const signParts = ["purpose", "legalBasis", "contact"] as const;
const looks = ["incident", "agency", "record", "faces"] as const;

/** How many cameras there are and where, what the law asks of them, and who may look. `told` null: nobody knows now how many. */
export function CameraGround({ told }: { told: Pick<Transparency, "cameras" | "signs" | "kept"> | null }) {
  const t = useTranslations("transparency.camera");
  return (
    <Part id="cameras" title={t("title")}>
      {told && <Where cameras={told.cameras} />}
      {told && <Signs {...told} />}
      {told && (
        <p data-testid="kept-count" className="text-sm">
          {t("kept", { count: told.kept })}
        </p>
      )}
      <div className="grid gap-5 md:grid-cols-2">
        <div className="flex flex-col gap-2">
          <Lines title={t("law")} lines={law.map((name) => t(`rules.${name}`))} />
          <p className="text-sm text-muted">{t("basis")}</p>
        </div>
        <Lines title={t("how")} lines={looks.map((name) => t(`looks.${name}`))} />
      </div>
    </Part>
  );
}

function Where({ cameras }: Pick<Transparency, "cameras">) {
  const t = useTranslations("transparency.camera");
  const purposes = useTranslations("device.purpose");
  return (
    <div>
      <p data-testid="camera-count" className="font-medium">
        {t("count", { count: total(cameras) })}
      </p>
      {cameras.length > 0 && <h3 className="mt-3 mb-1 font-semibold">{t("where")}</h3>}
      <dl className="grid max-w-md gap-y-1 text-sm">
        {cameras.map(({ purpose, count }) => (
          <div key={purpose} className="flex justify-between gap-3 border-b border-line py-1">
            <dt>{purposes(purpose)}</dt>
            <dd className="text-muted tabular-nums">{t("places", { count })}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Each text of a sign once, and of how many cameras nobody has written one down. */
function Signs({ cameras, signs }: Pick<Transparency, "cameras" | "signs">) {
  const t = useTranslations("transparency.camera");
  const unsigned = total(cameras) - total(signs);
  return (
    <div>
      {signs.length > 0 && <h3 className="mb-1 font-semibold">{t("signs.title")}</h3>}
      <ul className="flex flex-col gap-2 text-sm">
        {signs.map(({ count, retentionDays, ...sign }) => (
          <li key={JSON.stringify([sign, retentionDays])} className="rounded-xl border border-line bg-panel px-4 py-2">
            <p className="text-muted tabular-nums">{t("places", { count })}</p>
            <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
              {signParts
                .filter((part) => sign[part])
                .map((part) => (
                  <div key={part} className="contents">
                    <dt className="whitespace-nowrap text-muted">{t(`signs.${part}`)}</dt>
                    <dd>{sign[part]}</dd>
                  </div>
                ))}
              <dt className="whitespace-nowrap text-muted">{t("signs.retention")}</dt>
              <dd>{t("signs.days", { count: retentionDays })}</dd>
            </dl>
          </li>
        ))}
      </ul>
      {unsigned > 0 && <p className="mt-2 text-sm text-muted">{t("signs.unsigned", { count: unsigned })}</p>}
    </div>
  );
}

function total(of: readonly { count: number }[]): number {
  return of.reduce((sum, { count }) => sum + count, 0);
}
