import type { Container } from "../container/zip-container";
import type { ImportLimits } from "../limits";
import { ImportError } from "../schema";
import { readDateStyles } from "./date-styles";
import { readPartText } from "./part-text";
import { startTags } from "./xml-tags";

/** RVTools writes 27 sheets; a workbook with more than this many is not one that we know. */
const MAX_SHEETS = 500;

export interface WorkbookSheet {
  readonly name: string;
  /** The part's name in the container. */
  readonly partName: string;
}

/** What a workbook's small parts say of it, before any sheet is read. */
export interface WorkbookInfo {
  readonly sheets: readonly WorkbookSheet[];
  readonly sharedStringsPart: string | null;
  readonly date1904: boolean;
  /** `isDateStyle[s]`: whether the cell style `s` shows a date. */
  readonly isDateStyle: readonly boolean[];
  /** The program that saved the file, as docProps/app.xml names it. */
  readonly application: string | null;
}

/** Reads `workbook.xml`, its relations and styles. Throws `notAWorkbook` for a zip that holds no workbook. */
export async function readWorkbookInfo(
  container: Container,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<WorkbookInfo> {
  const workbookPart = await findWorkbookPart(container, limits, signal);
  const xml = await readPartText(container, workbookPart, limits.smallPartBytes, signal);
  if (xml === null) throw new ImportError("notAWorkbook", { reason: "workbook.xml" });
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
  const relationsPart = `${folder}_rels/${workbookPart.slice(folder.length)}.rels`;
  const relations = parseRelations(
    (await readPartText(container, relationsPart, limits.smallPartBytes, signal)) ?? "",
    folder,
  );
  const resolve = partResolver(container);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets: WorkbookSheet[] = [];
  let date1904 = false;
  for (const tag of startTags(xml)) {
    if (tag.name === "workbookPr") date1904 = isTrue(tag.attributes.get("date1904"));
    if (tag.name !== "sheet") continue;
    const relation = byId.get(tag.attributes.get("id") ?? "");
    const partName = relation === undefined ? null : resolve(relation.target);
    const name = tag.attributes.get("name");
    if (name !== undefined && partName !== null) sheets.push({ name, partName });
    if (sheets.length > MAX_SHEETS) throw new ImportError("tooManyEntries", { sheets: MAX_SHEETS });
  }
  const partOf = (kind: string) => {
    const relation = relations.find((candidate) => candidate.kind === kind);
    return relation === undefined ? null : resolve(relation.target);
  };
  const stylesPart = partOf("styles");
  const styles =
    stylesPart === null
      ? null
      : await readPartText(container, stylesPart, limits.smallPartBytes, signal);
  const app = await readPartText(container, "docProps/app.xml", limits.smallPartBytes, signal);
  return {
    sheets,
    sharedStringsPart: partOf("sharedStrings"),
    date1904,
    isDateStyle: styles === null ? [] : readDateStyles(styles),
    application: /<Application>([^<]{0,120})<\/Application>/.exec(app ?? "")?.[1] ?? null,
  };
}

async function findWorkbookPart(
  container: Container,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<string> {
  const root = await readPartText(container, "_rels/.rels", limits.smallPartBytes, signal);
  const resolve = partResolver(container);
  for (const relation of parseRelations(root ?? "", "")) {
    if (relation.kind !== "officeDocument") continue;
    const name = resolve(relation.target);
    if (name !== null) return name;
  }
  if (container.parts.has("xl/workbook.xml")) return "xl/workbook.xml";
  throw new ImportError("notAWorkbook", { reason: "workbook.xml" });
}

interface Relation {
  id: string;
  /** The last word of the relation's type: `worksheet`, `sharedStrings`. */
  kind: string;
  target: string;
}

/** Relations inside the package. External ones (links to other files, web addresses) are never followed. */
function parseRelations(xml: string, folder: string): Relation[] {
  const relations: Relation[] = [];
  for (const tag of startTags(xml)) {
    if (tag.name !== "Relationship" || tag.attributes.get("TargetMode") === "External") continue;
    const type = tag.attributes.get("Type") ?? "";
    const target = (tag.attributes.get("Target") ?? "").replaceAll("\\", "/");
    relations.push({
      id: tag.attributes.get("Id") ?? "",
      kind: type.slice(type.lastIndexOf("/") + 1),
      target: target.startsWith("/") ? target.slice(1) : normalisePath(folder + target),
    });
  }
  return relations;
}

function normalisePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** Part names are compared without case (ECMA-376 part 2, 6.2.2). */
function partResolver(container: Container): (target: string) => string | null {
  const names = new Map<string, string>();
  for (const name of container.parts.keys()) names.set(name.toLowerCase(), name);
  return (target) =>
    container.parts.has(target) ? target : (names.get(target.toLowerCase()) ?? null);
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
