"use client";

import type Hls from "hls.js";
import { useEffect, useRef } from "react";

type PictureProps = {
  src: string;
  label: string;
  hidden: boolean;
  /** Something new is on the screen, so many seconds behind the camera's newest piece. */
  onShown(behindS: number): void;
};

/** A stream, without sound: the player is muted, has no controls, and keeps nothing to go back to. */
export function HlsPicture({ src, label, hidden, onShown }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onShown);
  told.current = onShown;
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let hls: Hls | null = null;
    let gone = false;
    let last = -1;
    void import("hls.js").then(({ default: Player }) => {
      if (gone || !Player.isSupported()) return;
      hls = new Player({ backBufferLength: 0, liveSyncDurationCount: 2, maxBufferLength: 10, enableWorker: true });
      const player = hls;
      player.on(Player.Events.ERROR, (_event, { fatal, type }) => {
        if (!fatal) return;
        if (type === Player.ErrorTypes.MEDIA_ERROR) player.recoverMediaError();
        else setTimeout(() => !gone && player.loadSource(src), RETRY_MS);
      });
      player.loadSource(src);
      player.attachMedia(element);
    });
    const timer = setInterval(() => {
      if (element.currentTime === last || element.readyState < element.HAVE_CURRENT_DATA) return;
      last = element.currentTime;
      told.current(Math.max(0, hls?.latency ?? 0));
    }, LOOK_MS);
    return () => {
      gone = true;
      clearInterval(timer);
      hls?.destroy();
    };
  }, [src]);
  return (
    <video
      ref={video}
      muted
      autoPlay
      playsInline
      disablePictureInPicture
      aria-label={label}
      className={`size-full object-contain ${hidden ? "invisible" : ""}`}
    />
  );
}

const RETRY_MS = 2000;
const LOOK_MS = 500;
