"use client";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/input";
import { type NoticeKind, noticeKinds } from "@/lib/contract/notice";
import type { FieldFault } from "./field-errors";

/** What an agency that is asked to go needs; what goes on in the whole city it hears only if somebody says so. */
export const usualEvents: readonly NoticeKind[] = noticeKinds.filter((kind) => kind.startsWith("assignment."));

const nouns = [...new Set(noticeKinds.map((kind) => kind.split(".")[0] ?? ""))];
const groups = nouns.map((noun) => [noun, noticeKinds.filter((kind) => kind.startsWith(`${noun}.`))] as const);

type Props = {
  chosen: readonly NoticeKind[];
  onChange(chosen: NoticeKind[]): void;
  fault?: FieldFault | undefined;
};

/** Of what an agency is told, by what it is about. */
export function WebhookEvents({ chosen, onChange, fault }: Props) {
  const t = useTranslations("admin.agencies");
  const faults = useTranslations("admin.fault");
  const flip = (kind: NoticeKind, on: boolean) =>
    onChange(noticeKinds.filter((k) => (k === kind ? on : chosen.includes(k))));
  return (
    <div className="flex flex-col gap-3">
      {groups.map(([noun, kinds]) => (
        <fieldset key={noun}>
          <legend className="text-sm font-medium">{t(`about.${noun}`)}</legend>
          <p className="mb-1 text-xs text-muted">{t(`aboutHints.${noun}`)}</p>
          <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
            {kinds.map((kind) => (
              <Checkbox
                key={kind}
                label={t(`kinds.${kind}`)}
                checked={chosen.includes(kind)}
                onChange={(event) => flip(kind, event.target.checked)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {fault && (
        <p role="alert" className="text-xs font-medium text-level-4">
          {faults("oneAtLeast")}
        </p>
      )}
    </div>
  );
}
