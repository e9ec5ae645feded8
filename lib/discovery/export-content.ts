import { type ByteSource, sourceOfBytes } from "./byte-source";
import { type Container, type ContainerPart, openContainer } from "./container/zip-container";
import {
  type DelimitedTable,
  type OpenTable,
  openTable,
  textSourceOf,
} from "./delimited/delimited-table";
import type { ReadingSession } from "./part-reading";
import { recogniseContainer } from "./recognise";
import type { RvtoolsTab } from "./rvtools/read-tabs";
import { ImportError } from "./schema";
import { readWorkbookInfo, type WorkbookInfo } from "./workbook/workbook";
import { layoutOf, type WorkbookLayout } from "./workbook-layout";

export interface OpenWorkbook {
  readonly fileName: string;
  readonly container: Container;
  readonly info: WorkbookInfo;
  readonly layout: Exclude<WorkbookLayout, { kind: "tables" }>;
}

/** What the files of one import hold, opened and sorted by what they are; nothing is read yet. */
export interface ExportContent {
  readonly workbooks: OpenWorkbook[];
  readonly rvtoolsTabs: RvtoolsTab[];
  readonly azureMigrateCsv: DelimitedTable[];
  readonly dependencyCsv: DelimitedTable[];
  readonly performanceCsv: DelimitedTable[];
  /** Files inside a zip that are of no kind that is known. */
  readonly skippedFiles: string[];
}

/** Files in a zip that may be exports; the others (read-me files, logs) are passed over. */
const TABLE_NAME = /\.(?:csv|tsv|txt)$/i;
const WORKBOOK_NAME = /\.xls[xm]$/i;
/** Bytes of the workbooks inside zips of one import, which are unpacked into memory. */
const NESTED_WORKBOOK_BYTES = 256 * 2 ** 20;

/**
 * Opens every file and finds out what it is. Throws an ImportError for a file that is of no known kind: the user
 * dropped it for a reason. Files inside a zip that are not known are passed over and counted.
 */
export async function openExports(
  sources: readonly ByteSource[],
  session: ReadingSession,
): Promise<ExportContent> {
  const content: ExportContent = {
    workbooks: [],
    rvtoolsTabs: [],
    azureMigrateCsv: [],
    dependencyCsv: [],
    performanceCsv: [],
    skippedFiles: [],
  };
  for (const source of sources) {
    if ((await recogniseContainer(source)) === "text") {
      const open = await openTable(textSourceOf(source), session);
      if (!addTable(open, "", content)) {
        throw new ImportError("unsupportedKind", { file: source.name });
      }
    } else {
      await openZip(source, content, session);
    }
  }
  return content;
}

function addTable(open: OpenTable, folder: string, content: ExportContent): boolean {
  const { kind, table } = open;
  if (kind === null) return false;
  if (kind.kind === "rvtoolsCsv") content.rvtoolsTabs.push({ sheet: kind.sheet, table, folder });
  else content[kind.kind].push(table);
  return true;
}

async function openZip(
  source: ByteSource,
  content: ExportContent,
  session: ReadingSession,
): Promise<void> {
  const container = await openContainer(source, session.limits);
  if (isOfficePackage(container)) {
    if (!(await addWorkbook(container, source.name, content, session))) {
      throw new ImportError("noVInfo", { file: source.name });
    }
    return;
  }
  let opened = 0;
  let nestedBytes = 0;
  for (const part of container.parts.values()) {
    if (isHidden(part.name)) continue;
    if (WORKBOOK_NAME.test(part.name)) {
      nestedBytes += part.inflatedBytes;
      if (nestedBytes > NESTED_WORKBOOK_BYTES) {
        throw new ImportError("tooLarge", { file: part.name, bytes: nestedBytes });
      }
      const inner = await openContainer(await inflated(part, session), session.limits);
      if (await addWorkbook(inner, part.name, content, session)) opened += 1;
      else content.skippedFiles.push(part.name);
    } else if (TABLE_NAME.test(part.name)) {
      if (await openEntry(part, source.name, content, session)) opened += 1;
      else content.skippedFiles.push(part.name);
    }
  }
  if (opened === 0) throw new ImportError("unsupportedKind", { file: source.name });
}

/** A package of Office parts is a workbook, or ends as none: a document is no zip of exports. */
function isOfficePackage(container: Container): boolean {
  return container.parts.has("[Content_Types].xml") || container.parts.has("xl/workbook.xml");
}

/** macOS adds `__MACOSX/._name` beside each file of a zip. */
function isHidden(name: string): boolean {
  return name.startsWith("__MACOSX/") || name.slice(name.lastIndexOf("/") + 1).startsWith(".");
}

/** Answers whether anything in the workbook is known. */
async function addWorkbook(
  container: Container,
  fileName: string,
  content: ExportContent,
  session: ReadingSession,
): Promise<boolean> {
  const info = await readWorkbookInfo(container, session.limits, session.signal);
  const layout = await layoutOf(container, info, fileName, session);
  if (layout === null) return false;
  if (layout.kind === "tables") {
    for (const { kind, table } of layout.tables) content[kind].push(table);
  } else {
    content.workbooks.push({ fileName, container, info, layout });
  }
  return true;
}

async function openEntry(
  part: ContainerPart,
  zipName: string,
  content: ExportContent,
  session: ReadingSession,
): Promise<boolean> {
  if (part.inflatedBytes === 0) return false;
  const folder = `${zipName}/${part.name.slice(0, part.name.lastIndexOf("/") + 1)}`;
  const text = {
    name: part.name,
    sizeBytes: part.inflatedBytes,
    stream: () => part.stream(session.signal),
  };
  return addTable(await openTable(text, session), folder, content);
}

/** A workbook inside a zip, unpacked into memory: its own directory is at its end. */
async function inflated(part: ContainerPart, session: ReadingSession): Promise<ByteSource> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of part.stream(session.signal)) chunks.push(chunk);
  return sourceOfBytes(part.name, Buffer.concat(chunks));
}
