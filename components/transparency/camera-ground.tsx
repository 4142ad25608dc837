import { useTranslations } from "next-intl";
import type { Transparency } from "@/lib/contract/privacy";
import { Lines, Part } from "./part";

const law = ["purpose", "sound", "steer", "sign", "policy", "retention"] as const;
const looks = ["incident", "agency", "record", "faces"] as const;

/** How many cameras there are and where, what the law asks of them, and who may look. Without `cameras` nobody knows now how many. */
export function CameraGround({ cameras }: { cameras: Transparency["cameras"] | undefined }) {
  const t = useTranslations("transparency.camera");
  const purposes = useTranslations("device.purpose");
  return (
    <Part id="cameras" title={t("title")}>
      {cameras && (
        <div>
          <p data-testid="camera-count" className="font-medium">
            {t("count", { count: cameras.reduce((sum, c) => sum + c.count, 0) })}
          </p>
          {cameras.length > 0 && (
            <>
              <h3 className="mt-3 mb-1 font-semibold">{t("where")}</h3>
              <dl className="grid max-w-md gap-y-1 text-sm">
                {cameras.map(({ purpose, count }) => (
                  <div key={purpose} className="flex justify-between gap-3 border-b border-line py-1">
                    <dt>{purposes(purpose)}</dt>
                    <dd className="text-muted tabular-nums">{t("places", { count })}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </div>
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
