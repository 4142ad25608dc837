import { type ReactNode, useId } from "react";
import { cx } from "./cx";

/**
 * A panel with a heading: a region with a name. `actions` stand right of the title, `footer` stays in sight below what
 * scrolls. `bare` leaves out the padding of the body, for lists that go edge to edge.
 */
export function Panel(props: {
  title: ReactNode;
  count?: number;
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
  level?: 2 | 3;
  bare?: boolean;
  className?: string;
}) {
  const id = useId();
  const Heading = props.level === 3 ? "h3" : "h2";
  return (
    <section
      aria-labelledby={id}
      className={cx("flex min-h-0 flex-col rounded-panel border border-line bg-panel shadow-panel", props.className)}
    >
      <header className="flex min-h-11 items-center gap-2 border-b border-line px-3 py-1.5">
        <Heading id={id} className="min-w-0 flex-1 truncate text-sm font-semibold">
          {props.title}
          {props.count !== undefined && <span className="ml-2 font-normal text-muted">{props.count}</span>}
        </Heading>
        {props.actions}
      </header>
      <div className={cx("min-h-0 flex-1 overflow-y-auto", !props.bare && "p-3")}>{props.children}</div>
      {props.footer && <footer className="border-t border-line px-3 py-2">{props.footer}</footer>}
    </section>
  );
}
