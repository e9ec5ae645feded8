import { importFileParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { receiveFile } from "@/lib/server/uploads";

export const PUT = route(
  {
    summary: "Send one announced file",
    role: "Contributor",
    params: importFileParams,
    bodyType: "application/octet-stream",
    limit: "uploadFile",
  },
  async ({ params: { projectId, importId, index }, request }) => {
    await receiveFile(projectId, importId, index, request.body as AsyncIterable<Uint8Array> | null);
    return undefined;
  },
);
