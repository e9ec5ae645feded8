import { queryOptions, skipToken, useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { createdImportSchema, type ImportRecord } from "@/lib/discovery/import-schema";
import { errorBodySchema } from "@/lib/errors/schema";
import { ApiError, apiFetch } from "./api";
import { importQuery, importsPath, importsQuery } from "./imports-queries";
import { addSample, type TransferSample } from "./transfer-rate";

/** An upload that this browser tab is sending. It lives in the cache, so that a page can be left. */
export interface UploadState {
  importId: string | null;
  fileNames: string[];
  bytesTotal: number;
  bytesDone: number;
  samples: TransferSample[];
  /** The import that has read the same files already: somebody has to say what is wanted. */
  sameAs: string | null;
  /** Reads the files again; only while `sameAs` waits. */
  readAgain: (() => void) | null;
  cancel: () => void;
}

/** The import that a refusal names as having the same files; null for any other error. */
function sameImportOf(error: unknown): string | null {
  if (!(error instanceof ApiError)) return null;
  return error.problems.find(({ code }) => code === "sameFiles")?.path ?? null;
}

/** The upload under way in this tab; null when there is none. Only `useUpload` writes it. */
export const uploadQuery = (projectId: string) =>
  queryOptions<UploadState | null>({
    queryKey: ["project", projectId, "upload"],
    queryFn: skipToken,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

interface SendOptions {
  url: string;
  file: File;
  signal: AbortSignal;
  onProgress: (bytesSent: number) => void;
}

function refusalOf(request: XMLHttpRequest): ApiError {
  let body: unknown = null;
  try {
    body = JSON.parse(request.responseText);
  } catch {
    // An answer that is no JSON did not come from our handlers: it gets the general sentence.
  }
  const parsed = errorBodySchema.safeParse(body);
  if (parsed.success) return new ApiError({ status: request.status, ...parsed.data.error });
  return new ApiError({ status: request.status, code: "unknown", message: request.statusText });
}

/** Sends one file. `fetch` cannot tell how much of a body has left, hence XMLHttpRequest. */
function sendFile({ url, file, signal, onProgress }: SendOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(refusalOf(request));
    request.onerror = () =>
      reject(new ApiError({ status: 0, code: "networkFailed", message: "The upload broke off." }));
    request.onabort = () => reject(new DOMException("The upload was cancelled.", "AbortError"));
    if (signal.aborted) {
      reject(new DOMException("The upload was cancelled.", "AbortError"));
      return;
    }
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

export interface UploadRequest {
  files: readonly File[];
  anonymise: boolean;
}

/**
 * Opens an import, sends its files one after the other and starts the reading. A cancelled or broken
 * upload removes the import again. Resolves with null when it was cancelled.
 */
export function useUpload(projectId: string, onFailed: (error: unknown) => void) {
  const client = useQueryClient();
  const { queryKey } = uploadQuery(projectId);
  const path = importsPath(projectId);

  const upload = async ({ files, anonymise }: UploadRequest): Promise<ImportRecord | null> => {
    const controller = new AbortController();
    const bytesTotal = files.reduce((sum, file) => sum + file.size, 0);
    let state: UploadState = {
      importId: null,
      fileNames: files.map((file) => file.name),
      bytesTotal,
      bytesDone: 0,
      samples: [],
      sameAs: null,
      readAgain: null,
      cancel: () => controller.abort(),
    };
    const update = (changes: Partial<UploadState>) => {
      state = { ...state, ...changes };
      client.setQueryData(queryKey, state);
    };
    update({});
    try {
      const body = {
        files: files.map((file) => ({ name: file.name, sizeBytes: file.size })),
        anonymise,
      };
      const opened = await apiFetch(path, { method: "POST", body, schema: createdImportSchema });
      const importId = opened.import.id;
      update({ importId });
      let bytesBefore = 0;
      for (const [index, file] of files.entries()) {
        const before = bytesBefore;
        await sendFile({
          url: `${path}/${importId}/files/${index}`,
          file,
          signal: controller.signal,
          onProgress: (sent) => {
            const bytesDone = Math.min(before + sent, bytesTotal);
            const sample = { atMilliseconds: performance.now(), bytesDone };
            update({ bytesDone, samples: addSample(state.samples, sample) });
          },
        });
        bytesBefore += file.size;
      }
      const start = (again: boolean) =>
        apiFetch(`${path}/${importId}/start`, {
          method: "POST",
          query: again ? { again: "true" } : {},
          schema: createdImportSchema,
          signal: controller.signal,
        });
      const started = await start(false).catch(async (error: unknown) => {
        const sameAs = sameImportOf(error);
        if (sameAs === null) throw error;
        await new Promise<void>((resolve, reject) => {
          const leave = () => reject(new DOMException("The upload was cancelled.", "AbortError"));
          controller.signal.addEventListener("abort", leave, { once: true });
          update({ sameAs, readAgain: resolve });
        });
        update({ sameAs: null, readAgain: null });
        return start(true);
      });
      client.setQueryData(importQuery(projectId, importId).queryKey, {
        import: started.import,
        confidence: null,
      });
      return started.import;
    } catch (error) {
      // The server forgets an unfinished import by itself when it restarts; this is the quick way.
      if (state.importId) {
        await apiFetch(`${path}/${state.importId}`, {
          method: "DELETE",
          schema: z.unknown(),
        }).catch(() => undefined);
      }
      if (error instanceof DOMException && error.name === "AbortError") return null;
      throw error;
    } finally {
      client.setQueryData(queryKey, null);
      await client.invalidateQueries({ queryKey: importsQuery(projectId).queryKey, exact: true });
    }
  };

  // Told even when the page that started it has been left.
  return useMutation({ mutationFn: upload, onError: onFailed });
}
