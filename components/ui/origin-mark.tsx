import { Tooltip, UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FigureOrigin } from "./origin";
import classes from "./origin-mark.module.css";

interface OriginMarkProps {
  origin: FigureOrigin;
  /** Source and date, or how the figure was derived. */
  detail?: ReactNode;
}

/** A small letter beside a figure that says where it comes from; focusable, so keys can read it. */
export function OriginMark({ origin, detail }: OriginMarkProps) {
  const t = useTranslations("common.origin");
  return (
    <Tooltip
      label={
        <>
          <strong>{t(origin)}.</strong> {t(`${origin}Help`)} {detail}
        </>
      }
      events={{ hover: true, focus: true, touch: true }}
    >
      <UnstyledButton
        className={classes.mark}
        data-origin={origin}
        aria-label={t("label", { origin: t(origin) })}
      >
        <span className={classes.letter}>{t(origin).slice(0, 1)}</span>
        <span className={classes.word}>{t(origin)}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
