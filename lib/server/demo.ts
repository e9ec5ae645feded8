import { Readable } from "node:stream";
import type { Project } from "@/lib/project/schema";
import { dependencyCsvLines } from "@/prisma/seed/dependencies";
import { DEMO_SEED, DEMO_VM_COUNT, generateEstate } from "@/prisma/seed/estate";
import { performanceCsvLines } from "@/prisma/seed/performance";
import { rvtoolsWorkbookBuffer } from "@/prisma/seed/rvtools-workbook";
import { createProject, listProjects } from "./projects";
import { createImport, receiveFile, startImport } from "./uploads";

/** The rehearsal starts on a Monday morning, so that the first weekend is five days of set-up away. */
const DEMO_EPOCH_ISO = "2025-06-23T09:00:00+09:00";
const DEMO_NAME = "Demo estate";
const DEMO_EXPORT_ISO = "2025-06-16T08:00:00Z";
/** As vCenter Server keeps samples for a month: a week of them is read within a second. */
const DEMO_INTERVAL_MINUTES = 120;

/** `Demo estate`, then `Demo estate 2`: somebody who rehearses twice can tell them apart. */
async function freeDemoName(): Promise<string> {
  const taken = new Set((await listProjects()).map(({ name }) => name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? DEMO_NAME : `${DEMO_NAME} ${number}`;
    if (!taken.has(name)) return name;
  }
}

function csvBytes(lines: Iterable<string>): Buffer {
  return Buffer.from([...lines].join(""));
}

/**
 * Makes the demo project: the generated estate is written as the exports of its tools and imported like any
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
  const estate = generateEstate({
    seed: DEMO_SEED,
    vmCount: DEMO_VM_COUNT,
    exportedAtIso: DEMO_EXPORT_ISO,
  });
  const files = [
    { name: "demo-estate-rvtools.xlsx", bytes: await rvtoolsWorkbookBuffer(estate) },
    { name: "demo-estate-dependencies.csv", bytes: csvBytes(dependencyCsvLines(estate)) },
    {
      name: "demo-estate-performance.csv",
      bytes: csvBytes(performanceCsvLines(estate, { intervalMinutes: DEMO_INTERVAL_MINUTES })),
    },
  ];
  const record = await createImport(
    project.id,
    {
      files: files.map(({ name, bytes }) => ({ name, sizeBytes: bytes.byteLength })),
      anonymise: false,
    },
    createdByName,
  );
  for (const [index, { bytes }] of files.entries()) {
    await receiveFile(project.id, record.id, index, Readable.from([bytes]));
  }
  await startImport(project.id, record.id);
  return project;
}
