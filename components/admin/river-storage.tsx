"use client";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { Panel } from "@/components/ui/panel";
import { formatTime, TimeLabel } from "@/components/ui/time-label";
import type { Locale } from "@/lib/base/localized";
import type { River } from "@/lib/contract/river";
import type { Storage } from "@/lib/contract/storage";
import { Fact } from "./fact";
import { useBytes } from "./use-bytes";
import { useTook } from "./use-took-words";

/** Whether it is stored, how much room there is, and how the database was last saved and checked. */
export function StoragePanel({ river, storage }: { river: River; storage: Storage }) {
  const t = useTranslations("admin.river");
  const { number } = useFormatter();
  const bytes = useBytes();
  const took = useTook();
  const { disk, commits } = river;
  return (
    <Panel level={3} title={t("storage")}>
      <State storage={storage} />
      {disk && disk.diskBytes > 0 && <Room free={disk.freeBytes} all={disk.diskBytes} />}
      <dl className="mt-4 grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-3">
        {disk && <Fact label={t("database")}>{bytes(disk.databaseBytes)}</Fact>}
        {disk && (
          <Fact label={t("log")} hint={t("logHint")}>
            {bytes(disk.logBytes)}
          </Fact>
        )}
        <Fact label={t("slow")} hint={t("slowHint")}>
          {number(commits.slow)}
        </Fact>
        <Fact label={t("commit50")} hint={t("commitHint")}>
          {took(commits.p50Ms, commits.count)}
        </Fact>
        <Fact label={t("commit99")} hint={t("commitHint")}>
          {took(commits.p99Ms, commits.count)}
        </Fact>
      </dl>
      <dl className="mt-4 grid gap-3 border-t border-line pt-3 text-sm sm:grid-cols-2">
        <Backup backup={river.backup} />
        <Check check={river.check} />
      </dl>
    </Panel>
  );
}

function State({ storage: { state, since } }: { storage: Storage }) {
  const t = useTranslations("admin.river");
  const why = useTranslations("common.storage.why");
  const locale = useLocale() as Locale;
  if (state === "ok" || since === null)
    return (
      <p className="font-semibold text-ok">
        <span aria-hidden="true">✓</span> {t("storing")}
      </p>
    );
  return (
    <p className="font-semibold text-level-4">
      <span aria-hidden="true">✕</span> {t("notStoring", { time: formatTime(since, locale, "time"), why: why(state) })}
    </p>
  );
}

function Room({ free, all }: { free: number; all: number }) {
  const t = useTranslations("admin.river");
  const bytes = useBytes();
  const share = free / all;
  return (
    <div className="mt-2">
      <p className="flex justify-between gap-2 text-xs text-muted">
        <span>{t("free")}</span>
        <span>{t("freeOf", { free: bytes(free), all: bytes(all) })}</span>
      </p>
      <div
        role="img"
        aria-label={t("freeBar", { share })}
        className="mt-1 flex h-2 overflow-hidden rounded-full bg-raised"
      >
        <span className={share < 0.1 ? "bg-level-4" : "bg-edge"} style={{ flexGrow: 1 - share }} />
        <span style={{ flexGrow: share }} />
      </div>
    </div>
  );
}

function Backup({ backup }: { backup: River["backup"] }) {
  const t = useTranslations("admin.river");
  const bytes = useBytes();
  return (
    <div>
      <dt className="text-xs text-muted">{t("backup")}</dt>
      {backup ? (
        <dd>
          <TimeLabel at={backup.at} style="day-time" className="font-semibold" />
          <span className="block break-all text-xs text-muted">
            {t("backupFile", { file: backup.file, size: bytes(backup.bytes) })}
          </span>
        </dd>
      ) : (
        <dd className="text-level-2">{t("backupNone")}</dd>
      )}
    </div>
  );
}

function Check({ check }: { check: River["check"] }) {
  const t = useTranslations("admin.river");
  const { number } = useFormatter();
  const [fault] = check?.faults ?? [];
  return (
    <div>
      <dt className="text-xs text-muted">{t("check")}</dt>
      {check ? (
        <dd>
          <TimeLabel at={check.at} style="day-time" className="font-semibold" />{" "}
          <span className={cx("font-semibold", fault === undefined ? "text-ok" : "text-level-4")}>
            {fault === undefined ? t("checkSound") : t("checkBad", { fault })}
          </span>
          <span className="block text-xs text-muted">
            {t("checkTook", {
              why: t.has(`checkWhy.${check.reason}`) ? t(`checkWhy.${check.reason}`) : check.reason,
              seconds: number(check.tookMs / 1000, { maximumFractionDigits: 1 }),
            })}
          </span>
        </dd>
      ) : (
        <dd className="text-muted">{t("checkNone")}</dd>
      )}
    </div>
  );
}
