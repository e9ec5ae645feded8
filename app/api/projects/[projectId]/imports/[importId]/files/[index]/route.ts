import { receiveFile } from "@/lib/server/imports";
import { importFileParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const PUT = route(
  {
    summary: "Send one announced file, as application/octet-stream",
    role: "Contributor",
    params: importFileParams,
    limit: "uploadFile",
  },
  async ({ params: { projectId, importId, index }, request }) => {
    await receiveFile(projectId, importId, index, request.body as AsyncIterable<Uint8Array> | null);
    return undefined;
  },
);
