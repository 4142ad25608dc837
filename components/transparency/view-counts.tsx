import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useDuration } from "@/components/ui/duration-label";
import type { Locale } from "@/lib/base/localized";
import type { Transparency, ViewCount } from "@/lib/contract/privacy";
import { Part } from "./part";

type Counts = Pick<Transparency, "months" | "agencies">;

/** How often somebody looked through a camera, by month and purpose and by agency, and how often somebody was refused. */
export function ViewCounts({ months, agencies }: Counts) {
  const t = useTranslations("transparency.views");
  const locale = useLocale() as Locale;
  return (
    <Part id="views" title={t("title")}>
      <p className="text-muted">{t(months.length > 0 ? "text" : "none")}</p>
      <ul className="grid gap-3 sm:grid-cols-2">
        {months.map((month) => (
          <Month key={month.month} month={month} />
        ))}
      </ul>
      {agencies.length > 0 && (
        <div>
          <h3 className="mb-1 font-semibold">{t("by")}</h3>
          <Counted rows={agencies.map(({ name, ...counts }) => ({ name: name?.[locale] ?? t("own"), ...counts }))} />
        </div>
      )}
    </Part>
  );
}

function Month({ month: { month, purposes, ...count } }: { month: Counts["months"][number] }) {
  const t = useTranslations("transparency.views");
  const { dateTime } = useFormatter();
  const lasted = useDuration();
  return (
    <li data-month={month} className="rounded-xl border border-line bg-panel px-4 py-3">
      <h3 className="font-semibold">
        {dateTime(new Date(`${month}-01T00:00:00Z`), { year: "numeric", month: "long", timeZone: "UTC" })}
      </h3>
      <p className="text-sm text-muted tabular-nums">
        {t("count", { count: count.views })} · {t("refused", { count: count.refused })}
        {count.seconds > 0 && ` · ${t("lasted", { time: lasted(count.seconds) })}`}
      </p>
      <Counted rows={purposes.map(({ purpose, ...counts }) => ({ name: t(`purposes.${purpose}`), ...counts }))} />
    </li>
  );
}

function Counted({ rows }: { rows: readonly (ViewCount & { name: string })[] }) {
  const t = useTranslations("transparency.views");
  return (
    <dl className="mt-1 grid gap-y-1 text-sm">
      {rows.map(({ name, views, refused }) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-3 border-b border-line py-1 last:border-b-0">
          <dt>{name}</dt>
          <dd className="text-muted tabular-nums">
            {t("count", { count: views })}
            {refused > 0 && ` · ${t("refused", { count: refused })}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
