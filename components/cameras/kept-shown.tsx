"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Failure } from "@/lib/base/failure";
import { failureOf } from "@/lib/client/client";
import { KeptFailure } from "./kept-failure";

/** A kept picture, fetched once when it is shown. */
export function KeptShown({ src, label }: { src: string; label: string }) {
  const t = useTranslations("cameras.kept");
  const [picture, setPicture] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let url: string | null = null;
    fetchPicture(src, stop.signal).then(
      (bytes) => {
        if (stop.signal.aborted) return;
        url = URL.createObjectURL(bytes);
        setPicture(url);
      },
      (error: unknown) => !stop.signal.aborted && setFailure(error as Failure),
    );
    return () => {
      stop.abort();
      if (url) URL.revokeObjectURL(url);
    };
  }, [src]);
  if (failure) return <KeptFailure failure={failure} />;
  if (!picture)
    return (
      <p role="status" className="text-muted text-sm">
        {t("loading")}
      </p>
    );
  // biome-ignore lint/performance/noImgElement: no image server may keep it or make it smaller
  return <img src={picture} alt={label} className="w-full rounded border border-line" />;
}

async function fetchPicture(src: string, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(src, { cache: "no-store", signal }).catch(() => {
    throw new Failure("unreachable", "The city does not answer. Check the connection and try again.");
  });
  if (!answer.ok) throw await failureOf(answer);
  return answer.blob();
}
