import { Readable } from "node:stream";
import type { Project } from "@/lib/project/schema";
import { DEMO_SEED, DEMO_VM_COUNT, generateEstate } from "@/prisma/seed/estate";
import { rvtoolsWorkbookBuffer } from "@/prisma/seed/rvtools-workbook";
import { createImport, receiveFile, startImport } from "./imports";
import { createProject, listProjects } from "./projects";

/** The rehearsal starts on a Monday morning, so that the first weekend is five days of set-up away. */
const DEMO_EPOCH_ISO = "2025-06-23T09:00:00+09:00";
const DEMO_NAME = "Demo estate";
const DEMO_EXPORT_ISO = "2025-06-16T08:00:00Z";

/** `Demo estate`, then `Demo estate 2`: somebody who rehearses twice can tell them apart. */
async function freeDemoName(): Promise<string> {
  const taken = new Set((await listProjects()).map(({ name }) => name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? DEMO_NAME : `${DEMO_NAME} ${number}`;
    if (!taken.has(name)) return name;
  }
}

/**
 * Makes the demo project: the generated estate is written as an RVTools workbook and imported like any
 * upload, so that what a visitor sees went the whole way.
 */
export async function createDemoProject(createdByName: string): Promise<Project> {
  const project = await createProject({
    name: await freeDemoName(),
    description: "",
    epochIso: DEMO_EPOCH_ISO,
    timeZone: "Asia/Seoul",
    onPremisesNetworks: ["10.16.0.0/14", "10.20.0.0/16"],
    seed: DEMO_SEED,
    isDemo: true,
  });
  const workbook = await rvtoolsWorkbookBuffer(
    generateEstate({
      seed: DEMO_SEED,
      vmCount: DEMO_VM_COUNT,
      exportedAtIso: DEMO_EXPORT_ISO,
    }),
  );
  const record = await createImport(
    project.id,
    {
      files: [{ name: "demo-estate-rvtools.xlsx", sizeBytes: workbook.byteLength }],
      anonymise: false,
    },
    createdByName,
  );
  await receiveFile(project.id, record.id, 0, Readable.from([workbook]));
  await startImport(project.id, record.id);
  return project;
}
