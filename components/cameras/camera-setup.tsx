"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FailureNote } from "@/components/admin/failure-note";
import { LoadState } from "@/components/admin/load-state";
import { useCity, useDeed } from "@/components/admin/use-city";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, Input, Select } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { useToast } from "@/components/ui/toast";
import type { CameraSetup } from "@/lib/contract/camera";
import { KeptOfCamera } from "./kept-of-camera";
import { aimFields, changeOf, draftOf, type SetupDraft, signFields } from "./setup-draft";

/** Why a camera stands there, where it looks and where its picture comes from: for the admin, who looks at none. */
export function CameraSetupPanel({ cameraId }: { cameraId: string }) {
  const t = useTranslations("cameras.setup");
  const setup = useCity("getCameraSetup", { params: { id: cameraId } });
  return (
    <Panel level={3} title={t("title")}>
      <p className="mb-3 text-muted text-sm">{t("lead")}</p>
      {setup.data ? <SetupForm setup={setup.data} onSaved={setup.refresh} /> : <LoadState of={setup} />}
      {setup.data && <KeptOfCamera key={setup.data.ground?.retentionDays} setup={setup.data} />}
    </Panel>
  );
}

function SetupForm({ setup, onSaved }: { setup: CameraSetup; onSaved(): Promise<void> }) {
  const t = useTranslations("cameras.setup");
  const tell = useToast();
  const save = useDeed("putCameraSetup");
  const [draft, setDraft] = useState<SetupDraft>(() => draftOf(setup));
  const body = changeOf(draft);
  const change = (part: Partial<SetupDraft>) => setDraft((old) => ({ ...old, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!body) return;
    const saved = await save.run({ params: { id: setup.cameraId }, body });
    if (!saved) return;
    setDraft(draftOf(saved));
    tell({ title: t("saved"), tone: "ok" });
    await onSaved();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4" data-setup={setup.cameraId}>
      <div className="grid content-start gap-4 sm:grid-cols-2">
        {signFields.map((name) => (
          <Line key={name} name={name} draft={draft} change={change} />
        ))}
        <Line name="retentionDays" draft={draft} change={change} number hint={t("retentionHint")} />
        {aimFields.map((name) => (
          <Line key={name} name={name} draft={draft} change={change} number hint={t("notMeasured")} />
        ))}
      </div>
      <SourceFields setup={setup} draft={draft} change={change} />
      <FailureNote failure={save.failure} />
      <div>
        <Button type="submit" variant="primary" busy={save.busy} disabled={!body}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

type Change = { draft: SetupDraft; change(part: Partial<SetupDraft>): void };
type LineName = (typeof signFields)[number] | (typeof aimFields)[number] | "retentionDays";

function Line({ name, draft, change, number, hint }: Change & { name: LineName; number?: boolean; hint?: string }) {
  const t = useTranslations("cameras.setup");
  return (
    <Field label={t(name)} hint={hint}>
      {(control) => (
        <Input
          {...control}
          maxLength={300}
          inputMode={number ? "decimal" : undefined}
          value={draft[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
}

function SourceFields({ setup, draft, change }: Change & { setup: CameraSetup }) {
  const t = useTranslations("cameras.setup");
  const { source } = setup;
  return (
    <fieldset className="grid content-start gap-4 sm:grid-cols-2">
      <legend className="mb-2 font-semibold text-sm">{t("source")}</legend>
      <p className="text-sm sm:col-span-2" data-source={source?.format ?? "none"}>
        {source ? t("connected", { format: t(`formats.${source.format}`) }) : t("notConnected")}{" "}
        <span className="text-muted">{t("sound")}</span>
      </p>
      <Field label={t("url")} hint={t("urlHint")} className="sm:col-span-2">
        {(control) => (
          <Input
            {...control}
            type="url"
            autoComplete="off"
            value={draft.url}
            onChange={(event) => change({ url: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("format")}>
        {(control) => (
          <Select
            {...control}
            value={draft.format}
            onChange={(event) => change({ format: event.target.value === "jpeg" ? "jpeg" : "hls" })}
          >
            <option value="hls">{t("formats.hls")}</option>
            <option value="jpeg">{t("formats.jpeg")}</option>
          </Select>
        )}
      </Field>
      <Field label={t("user")}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={draft.user}
            onChange={(event) => change({ user: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("password")}>
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="new-password"
            value={draft.password}
            onChange={(event) => change({ password: event.target.value })}
          />
        )}
      </Field>
      {source && (
        <Checkbox
          label={t("disconnect")}
          checked={draft.disconnect}
          onChange={(event) => change({ disconnect: event.target.checked })}
        />
      )}
    </fieldset>
  );
}
