import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ByteSource } from "@/lib/discovery/byte-source";

/** Files that are open for reading; `close` when they have been read. */
export interface OpenInputs {
  sources: ByteSource[];
  close: () => Promise<void>;
}

/**
 * Opens the files named on a command line. A folder stands for the files directly in it, which is how RVTools
 * leaves its CSV export. Throws what the file system says of a file that is not there.
 */
export async function openInputs(paths: readonly string[]): Promise<OpenInputs> {
  const handles: FileHandle[] = [];
  const close = async () => {
    await Promise.all(handles.map((handle) => handle.close()));
  };
  try {
    const sources: ByteSource[] = [];
    for (const path of await expandFolders(paths)) {
      const handle = await open(path, "r");
      handles.push(handle);
      const { size } = await handle.stat();
      sources.push(sourceOfHandle(basename(path), handle, size));
    }
    return { sources, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function expandFolders(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      files.push(path);
      continue;
    }
    const entries = await readdir(path, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    files.push(...names.sort().map((name) => join(path, name)));
  }
  return files;
}

function sourceOfHandle(name: string, handle: FileHandle, sizeBytes: number): ByteSource {
  return {
    name,
    sizeBytes,
    read: async (offset, length) => {
      const wanted = Math.min(length, Math.max(0, sizeBytes - offset));
      const buffer = Buffer.allocUnsafe(wanted);
      const { bytesRead } = await handle.read(buffer, 0, wanted, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}
