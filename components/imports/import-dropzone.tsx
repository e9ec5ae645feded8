"use client";

import { Alert, Button, Checkbox, Stack, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { IconFileUpload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useSizeText } from "@/components/inventory/use-size-text";
import { BYTES_PER_MIB } from "@/lib/units/bytes";
import classes from "./import-dropzone.module.css";
import { useMayWrite } from "./use-may-write";

/** The server takes no larger file and no more of them; saying so here saves the upload. */
const LARGEST_FILE_BYTES = 512 * BYTES_PER_MIB;
const MOST_FILES = 40;

interface ImportDropzoneProps {
  /** Another import is on its way. */
  busy: boolean;
  onFiles: (files: File[], anonymise: boolean) => void;
}

/**
 * Where exports are dropped. Any name is taken: what a file is shows from its content, and the reader
 * says in a sentence what is wrong with one that it cannot use.
 */
export function ImportDropzone({ busy, onFiles }: ImportDropzoneProps) {
  const t = useTranslations("imports.drop");
  const size = useSizeText();
  const { mayWrite, reason } = useMayWrite();
  const openDialog = useRef<() => void>(null);
  const [anonymise, setAnonymise] = useState(false);
  const [rejected, setRejected] = useState<string[]>([]);
  const disabled = busy || !mayWrite;
  return (
    <Stack gap="sm">
      <Dropzone
        className={classes.zone ?? ""}
        openRef={openDialog}
        disabled={disabled}
        data-disabled={disabled || undefined}
        maxSize={LARGEST_FILE_BYTES}
        maxFiles={MOST_FILES}
        activateOnKeyboard={false}
        onDrop={(files) => {
          setRejected([]);
          onFiles(files, anonymise);
        }}
        onReject={(rejections) => setRejected(rejections.map(({ file }) => file.name))}
        inputProps={{ "aria-label": t("title") }}
      >
        <div className={classes.inner}>
          <IconFileUpload size={40} stroke={1.4} className={classes.icon} aria-hidden />
          <Text fw={600} fz="md">
            {t("title")}
          </Text>
          <Text fz="sm" c="dimmed" maw={560}>
            {t("hint", { size: size.bytes(LARGEST_FILE_BYTES) })}
          </Text>
          <Button
            mt="xs"
            size="sm"
            disabled={disabled}
            style={{ pointerEvents: "all" }}
            onClick={() => openDialog.current?.()}
          >
            {t("browse")}
          </Button>
          {disabled ? (
            <Text fz="sm" mt={4}>
              {mayWrite ? t("busy") : reason}
            </Text>
          ) : null}
        </div>
      </Dropzone>
      {rejected.length > 0 ? (
        <Alert color="red" role="alert" title={t("rejectedTitle")}>
          {t("rejected", {
            names: rejected.join(", "),
            size: size.bytes(LARGEST_FILE_BYTES),
            files: MOST_FILES,
          })}
        </Alert>
      ) : null}
      <Checkbox
        checked={anonymise}
        disabled={disabled}
        onChange={(event) => setAnonymise(event.currentTarget.checked)}
        label={t("anonymise")}
        description={t("anonymiseHelp")}
      />
    </Stack>
  );
}
