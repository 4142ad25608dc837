"use client";
import { Download, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { useDuration } from "@/components/ui/duration-label";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { type ViewSide, viewSides } from "@/lib/contract/privacy";
import { Field } from "./field";
import { LoadState } from "./load-state";
import { PrivacyTable } from "./privacy-table";
import type { ViewWords } from "./use-view-words";
import { useViews, type ViewsAsked } from "./use-views";

type Props = {
  span: { from: number; to: number };
  asked: ViewsAsked;
  onAsk(asked: ViewsAsked): void;
  words: ViewWords;
  onOnly(part: ViewsAsked): void;
};
type Asking = Pick<Props, "asked" | "onAsk" | "words">;

/** Every view of a span of time that is asked for, a page at a time, and all of it as a file. */
export function PrivacyViews({ span: { from, to }, asked, onAsk, words, onOnly }: Props) {
  const t = useTranslations("privacy");
  const query = useMemo(() => ({ from, to, ...asked }), [from, to, asked]);
  const views = useViews(query);
  const given = Object.entries(query).flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)]]));
  const csv = (
    <a
      href={`/api/v1/privacy/camera-views.csv?${new URLSearchParams(given)}`}
      download
      title={t("csvHint")}
      className={buttonClass("secondary", "sm")}
    >
      <Download size={14} aria-hidden />
      {t("csv")}
    </a>
  );
  return (
    <Panel title={t("list")} level={3} bare actions={csv}>
      <Filters asked={asked} onAsk={onAsk} words={words} />
      <div className="px-3">
        <LoadState of={views} />
      </div>
      {views.data?.length === 0 && <EmptyState title={t("noViews")} />}
      {views.data && views.data.length > 0 && (
        <>
          <PrivacyTable views={views.data} words={words} onOnly={onOnly} />
          <div className="flex justify-center p-3">
            {views.next ? (
              <Button busy={views.loading} onClick={() => void views.older()}>
                {t("older")}
              </Button>
            ) : (
              <p className="text-sm text-muted">{t("end")}</p>
            )}
          </div>
        </>
      )}
    </Panel>
  );
}

const DURATIONS = [60, 300, 1800];

function Filters({ asked, onAsk, words }: Asking) {
  const t = useTranslations("privacy");
  const lasted = useDuration();
  const set = (part: { [K in keyof ViewsAsked]: ViewsAsked[K] | undefined }) => {
    const kept = Object.entries({ ...asked, ...part }).filter(([, value]) => value !== undefined);
    onAsk(Object.fromEntries(kept));
  };
  return (
    <search className="flex flex-wrap items-end gap-3 border-b border-line p-3">
      <Field label={t("filter.outcome")}>
        {(control) => (
          <Select
            {...control}
            value={asked.outcome ?? ""}
            onChange={({ target }) => set({ outcome: (target.value || undefined) as ViewsAsked["outcome"] })}
          >
            <option value="">{t("filter.all")}</option>
            <option value="viewed">{t("filter.viewed")}</option>
            <option value="refused">{t("filter.refused")}</option>
          </Select>
        )}
      </Field>
      <Field label={t("filter.duration")}>
        {(control) => (
          <Select
            {...control}
            value={asked.atLeastSeconds ?? ""}
            onChange={({ target }) => set({ atLeastSeconds: Number(target.value) || undefined })}
          >
            <option value="">{t("filter.any")}</option>
            {DURATIONS.map((seconds) => (
              <option key={seconds} value={seconds}>
                {t("filter.atLeast", { time: lasted(seconds) })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Chosen asked={asked} words={words} onDrop={(side) => set({ [side]: undefined })} />
    </search>
  );
}

function Chosen({ asked, words, onDrop }: Pick<Props, "asked" | "words"> & { onDrop(side: ViewSide): void }) {
  const t = useTranslations("privacy");
  const chosen = viewSides.flatMap((side) => {
    const key = asked[side];
    return key === undefined ? [] : [{ side, what: words(side, key) }];
  });
  if (chosen.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-2 pb-0.5">
      <legend className="float-left mr-2 text-sm text-muted">{t("asked")}</legend>
      {chosen.map(({ side, what }) => (
        <Button key={side} size="sm" aria-label={t("drop", { what })} onClick={() => onDrop(side)}>
          {t(`sides.${side}`)}: {what}
          <X size={13} aria-hidden />
        </Button>
      ))}
    </fieldset>
  );
}
