"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { shortcuts } from "./desk-keys";
import { useDesk } from "./desk-store";
import { useSingleKeys } from "./use-desk-keys";

/** The keys of the desk, and the switch that turns single keys off. */
export function HelpSheet() {
  const t = useTranslations("desk.help");
  const open = useDesk((desk) => desk.help);
  const [single, setSingle] = useSingleKeys();
  return (
    <Dialog open={open} onOpenChange={(help) => useDesk.setState({ help })} title={t("title")} description={t("intro")}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2 text-sm">
        {shortcuts.map(({ keys, command }) => (
          <div key={command} className="contents">
            <dt className="flex gap-1.5">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(`command.${command}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-4 flex items-center gap-2 border-line border-t pt-4 text-sm">
        <input
          type="checkbox"
          className="size-4 accent-(--color-accent)"
          checked={single}
          onChange={(event) => setSingle(event.target.checked)}
        />
        {t("single")}
      </label>
    </Dialog>
  );
}
