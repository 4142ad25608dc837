import { CircleDashed, CircleOff, Clock, Radio } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LinkState } from "@/lib/contract/device";
import { cx } from "./cx";
import { elapsed } from "./elapsed";

const looks = {
  fresh: { icon: Radio, tone: "text-ok" },
  late: { icon: Clock, tone: "text-level-2" },
  offline: { icon: CircleOff, tone: "text-level-4" },
  never: { icon: CircleDashed, tone: "text-faint" },
} as const;

/** A device's link in colour, shape and word: 수신 중, 지연, 끊김, 수신 없음. */
export function LinkLabel({ link, className }: { link: LinkState; className?: string }) {
  const t = useTranslations("device.link");
  const { icon: Icon, tone } = looks[link];
  return (
    <span
      data-link={link}
      className={cx("inline-flex items-center gap-1 text-xs font-medium whitespace-nowrap", tone, className)}
    >
      <Icon size={13} aria-hidden />
      {t(link)}
    </span>
  );
}

/** How old something is on the city's clock. `at` null: never. `now` is the city's, in ms. Fixed width: nothing jumps. */
export function AgeLabel(props: { at: number | null; now: number; link?: LinkState; className?: string }) {
  const t = useTranslations("common.age");
  const link = props.at === null ? "never" : props.link;
  const said =
    props.at === null
      ? t("never")
      : t(elapsed(props.at, props.now).unit, { count: elapsed(props.at, props.now).count });
  return (
    <span className={cx("inline-flex items-center gap-1.5 text-xs whitespace-nowrap text-muted", props.className)}>
      {link && <LinkLabel link={link} />}
      {props.at !== null && <time dateTime={new Date(props.at).toISOString()}>{said}</time>}
      {props.at === null && !link && said}
    </span>
  );
}
