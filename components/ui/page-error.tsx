"use client";

import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "./empty-state";

export interface PageErrorProps {
  error: unknown;
  retry: () => void;
}

/** The server's own number of the failure, which its log carries too. */
function digestOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}

/** In the place of a page that could not be built. */
export function PageError({ error, retry }: PageErrorProps) {
  const t = useTranslations();
  const digest = digestOf(error);
  return (
    <EmptyState
      icon={<IconAlertTriangle size={28} />}
      title={t("common.errorPage.pageTitle")}
      order={1}
      action={
        <>
          <Button size="sm" onClick={() => retry()}>
            {t("common.actions.retry")}
          </Button>
          <Button size="sm" variant="default" component="a" href="/">
            {t("common.errorPage.backToProjects")}
          </Button>
        </>
      }
    >
      <p>{t("common.errorPage.pageSentence")}</p>
      {digest ? <code>{t("errors.requestId", { requestId: digest })}</code> : null}
    </EmptyState>
  );
}
