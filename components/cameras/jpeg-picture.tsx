"use client";

import { useEffect, useRef, useState } from "react";

type PictureProps = { src: string; label: string; hidden: boolean; onShown(behindS: number): void };

const EVERY_MS = 1000;

/** Pictures one by one, a second apart. Each replaces the one before; nothing is kept. */
export function JpegPicture({ src, label, hidden, onShown }: PictureProps) {
  const [picture, setPicture] = useState<string | null>(null);
  const told = useRef(onShown);
  told.current = onShown;
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    let shown: string | null = null;
    const next = async () => {
      const answer = await fetch(src, { cache: "no-store" }).catch(() => null);
      const bytes = answer?.ok ? await answer.blob().catch(() => null) : null;
      if (gone) return;
      if (bytes) {
        const url = URL.createObjectURL(bytes);
        setPicture(url);
        if (shown) URL.revokeObjectURL(shown);
        shown = url;
        told.current(0);
      }
      timer = setTimeout(next, EVERY_MS);
    };
    void next();
    return () => {
      gone = true;
      clearTimeout(timer);
      if (shown) URL.revokeObjectURL(shown);
    };
  }, [src]);
  if (!picture) return null;
  // biome-ignore lint/performance/noImgElement: a picture of this second is not to be kept or made smaller by anybody
  return <img src={picture} alt={label} className={`size-full object-contain ${hidden ? "invisible" : ""}`} />;
}
