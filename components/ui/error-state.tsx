import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useErrorSentence } from "./error-sentence";

interface ErrorStateProps {
  /** The server's closed code; an unknown one gets the general sentence. */
  code: string;
  requestId?: string | null;
  onRetry?: () => void;
  retrying?: boolean;
}

/** What went wrong in a sentence, and the way on. */
export function ErrorState({ code, requestId, onRetry, retrying = false }: ErrorStateProps) {
  const t = useTranslations();
  const sentence = useErrorSentence();
  return (
    <Alert
      color="red"
      role="alert"
      title={t("errors.title")}
      icon={<IconAlertTriangle size={18} aria-hidden />}
    >
      <Text fz="sm">{sentence(code)}</Text>
      <Group mt="sm" gap="sm">
        {onRetry ? (
          <Button
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={onRetry}
            loading={retrying}
          >
            {t("common.actions.retry")}
          </Button>
        ) : null}
        {requestId ? (
          <Text fz="xs" ff="monospace">
            {t("errors.requestId", { requestId })}
          </Text>
        ) : null}
      </Group>
    </Alert>
  );
}
