import { cx } from "./cx";

/** A kind's symbol from its path (KindInfo.icon, 24 × 24, stroked). Name it beside it: it is hidden from ears. */
export function KindIcon({ path, className }: { path: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={cx("size-4.5 shrink-0 fill-none stroke-current stroke-[1.7]", className)}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={path} />
    </svg>
  );
}
