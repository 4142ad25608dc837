"use client";

import "./globals.css";

/** The shell itself failed, so neither words nor language are there: both, written out. */
export default function GlobalError() {
  return (
    <html lang="ko">
      <body className="flex min-h-dvh flex-col justify-center gap-6 bg-ground px-6 text-ink">
        <title>해치 Haechi</title>
        <main className="mx-auto flex max-w-lg flex-col gap-4">
          <h1 className="text-2xl font-bold">화면을 표시하지 못했습니다</h1>
          <p>잠시 후 다시 시도하십시오. 위급하면 112 또는 119에 바로 신고하십시오.</p>
          <div lang="en" className="flex flex-col gap-2">
            <h2 className="text-lg font-bold">This page could not be shown</h2>
            <p>Try again in a moment. In an emergency call 112 or 119 at once.</p>
          </div>
          {/* a whole load: the router is part of what failed */}
          <a href="/" className="font-semibold text-accent underline">
            다시 열기 · Open again
          </a>
        </main>
      </body>
    </html>
  );
}
