"use client";

import { useTranslations } from "next-intl";
import { useSingleKeys } from "@/components/desk/use-desk-keys";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { AssignmentStep } from "@/lib/contract/incident";
import { showHelp } from "./console-store";
import { stepKeys } from "./step-keys";
import { useConsole } from "./use-console";

/** The keys of the console, and the switch that turns them off. */
export function KeyHelp() {
  const t = useTranslations("dispatch");
  const open = useConsole((state) => state.help);
  const [single, setSingle] = useSingleKeys();
  const rows: [string, string][] = [
    ["1 – 9", t("help.choose")],
    ...AssignmentStep.options.map((step): [string, string] => [stepKeys[step].toUpperCase(), t(`step.${step}`)]),
    ["Esc", t("help.back")],
    ["?", t("help.help")],
  ];
  return (
    <Dialog open={open} onOpenChange={showHelp} title={t("help.title")} description={t("help.note")} size="sm">
      <dl className="grid grid-cols-[4.5rem_1fr] gap-y-2 text-sm">
        {rows.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        className="mt-4"
        label={t("help.single")}
        checked={single}
        onChange={(event) => setSingle(event.target.checked)}
      />
    </Dialog>
  );
}
