"use client";

/**
 * Stands in for the root layout when that itself fails: neither theme nor texts can be relied on,
 * so both languages are written here.
 */
export default function GlobalErrorPage({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body style={{ fontFamily: "sans-serif", padding: "2rem" }}>
        <title>Landfall</title>
        <h1>Landfall could not be shown</h1>
        <p>The page met an error while it was being built. Nothing that you entered was changed.</p>
        <p lang="ko">페이지를 만드는 중 오류가 발생했습니다. 입력한 내용은 변경되지 않았습니다.</p>
        <button type="button" onClick={() => retry()}>
          Try again / <span lang="ko">다시 시도</span>
        </button>
      </body>
    </html>
  );
}
