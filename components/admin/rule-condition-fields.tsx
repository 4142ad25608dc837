"use client";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { StreamMeasure } from "@/lib/contract/measure";
import { ChoiceField, Chooser, NumberBox, type RuleFields } from "./rule-controls";
import { type ConditionDraft, emptyCondition } from "./rule-measure-draft";
import { useStreamChoices } from "./use-stream-choices";

const MOST = 8;

/** The conditions of a rule, one below the other; how many must hold is asked beside them. */
export function ConditionFields(fields: RuleFields) {
  const t = useTranslations("admin.rule");
  const { draft, onChange } = fields;
  const over = (["zone", "device"] as const).map((value) => ({ value, label: t(`over.${value}`) }));
  const put = (conditions: ConditionDraft[]) => onChange({ conditions });
  return (
    <>
      <ChoiceField {...fields} name="over" path="measure.over" choices={over} />
      <ol className="flex flex-col gap-3 sm:col-span-2">
        {draft.conditions.map((condition, i) => (
          <ConditionBox
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name, and its place is what it is
            key={i}
            {...fields}
            nth={i}
            condition={condition}
            onPut={(change) => put(draft.conditions.with(i, { ...condition, ...change }))}
            onRemove={draft.conditions.length > 1 ? () => put(draft.conditions.toSpliced(i, 1)) : null}
          />
        ))}
      </ol>
      {draft.conditions.length < MOST && (
        <div className="sm:col-span-2">
          <Button size="sm" onClick={() => put([...draft.conditions, emptyCondition])}>
            <Plus size={14} aria-hidden />
            {t("addCondition")}
          </Button>
        </div>
      )}
    </>
  );
}

type Box = RuleFields & {
  nth: number;
  condition: ConditionDraft;
  onPut(change: Partial<ConditionDraft>): void;
  onRemove: (() => void) | null;
};

function ConditionBox({ city, draft, faults, nth, condition, onPut, onRemove }: Box) {
  const t = useTranslations("admin.rule");
  const choices = useConditionChoices(city, condition.kind || draft.scopeKind);
  const fault = (path: string) => faults[`measure.of.${nth}.${path}`];
  return (
    <li className="rounded-md border border-line p-3">
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="float-left mb-2 w-full text-sm font-semibold sm:col-span-2">
          {t("conditionNth", { n: nth + 1 })}
        </legend>
        <Chooser
          label={t("field.stream")}
          fault={fault("stream")}
          value={condition.stream}
          choices={choices.streams}
          onChoose={(stream) => onPut({ stream })}
        />
        <Chooser
          label={t("field.measure.type")}
          value={condition.measure}
          choices={choices.measures}
          onChoose={(measure) => onPut({ measure: measure as ConditionDraft["measure"] })}
        />
        {condition.measure !== "value" && (
          <NumberBox
            label={t("field.measure.windowMs")}
            fault={fault("measure.windowMs")}
            value={condition.windowMin}
            onType={(windowMin) => onPut({ windowMin })}
          />
        )}
        <Chooser
          label={t("field.direction")}
          value={condition.direction}
          choices={choices.sides}
          onChoose={(direction) => onPut({ direction: direction as ConditionDraft["direction"] })}
        />
        <NumberBox
          label={t("holdsAt")}
          fault={fault("raise")}
          value={condition.raise}
          onType={(raise) => onPut({ raise })}
        />
        <NumberBox
          label={t("endsAt")}
          fault={fault("clear")}
          value={condition.clear}
          onType={(clear) => onPut({ clear })}
        />
        {onRemove && (
          <div className="sm:col-span-2">
            <Button size="sm" variant="ghost" onClick={onRemove}>
              <Trash2 size={14} aria-hidden />
              {t("removeCondition", { n: nth + 1 })}
            </Button>
          </div>
        )}
      </fieldset>
    </li>
  );
}

function useConditionChoices(city: RuleFields["city"], kind: string) {
  const t = useTranslations("admin.rule");
  const measures = StreamMeasure.options.map((option) => option.shape.type.value);
  return {
    streams: useStreamChoices(city, kind),
    measures: measures.map((value) => ({ value, label: t(`measures.${value}`) })),
    sides: (["at-or-above", "at-or-below"] as const).map((value) => ({ value, label: t(`directions.${value}`) })),
  };
}
