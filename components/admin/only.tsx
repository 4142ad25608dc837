type OnlyProps = { what: string /** What a click asks for, in words. */; title: string; onClick(): void };

/** A name that asks for what is its own. */
export function Only({ what, title, onClick }: OnlyProps) {
  return (
    <button type="button" title={title} className="text-left underline-offset-2 hover:underline" onClick={onClick}>
      {what}
    </button>
  );
}
