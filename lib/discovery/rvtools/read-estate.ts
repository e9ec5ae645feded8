import type { InventoryVm } from "@/lib/inventory/schema";
import { SHEET_NAMES, type SheetName } from "@/lib/inventory/schema";
import type { ImportLimits } from "../limits";
import { ImportError } from "../schema";
import { drop, Estate, emptyTally, type SheetTally } from "./estate";
import type { SheetColumns } from "./header";
import { V_METADATA, V_SOURCE } from "./infrastructure-columns";
import { INFRASTRUCTURE_SHEETS, readInfrastructureRow } from "./infrastructure-sheets";
import type { RowValues } from "./row-values";
import { type RowHandler, type ScanOptions, scanSheet } from "./scan-sheet";
import { type SheetInput, SheetReader } from "./sheet-reader";
import { V_INFO } from "./vm-columns";
import { networksOfRow, vmOfRow } from "./vm-of-row";
import { readVmRow, VM_SHEETS } from "./vm-sheets";

/** What an export says of itself, from vMetaData and vSource. */
export interface ExportOrigin {
  exporterVersion: string | null;
  exportedAt: string | null;
  server: string | null;
  vcenterUuid: string | null;
  vcenterVersion: string | null;
}

export interface ReadEstateOptions extends ScanOptions {
  limits: ImportLimits;
}

/** The sheet that a name means: `vInfo`, `tabvInfo` and `RVTools_tabvInfo` are the same. */
export function sheetNameOf(name: string): SheetName | null {
  const bare = name
    .trim()
    .toLowerCase()
    .replace(/^rvtools_?/, "")
    .replace(/^tab/, "");
  return SHEET_NAMES.find((known) => known.toLowerCase() === bare) ?? null;
}

/**
 * Reads the sheets of one RVTools export into an estate: where it is from, the VMs, what the other sheets say of
 * them, and the infrastructure. Throws `noVInfo` and `noRows` for exports without VMs.
 */
export async function readEstate(
  sheets: readonly SheetInput[],
  options: ReadEstateOptions,
): Promise<{ estate: Estate; origin: ExportOrigin }> {
  const byName = new Map<string, SheetInput>();
  for (const sheet of sheets) {
    if (!byName.has(sheet.name)) byName.set(sheet.name, sheet);
  }
  const vInfo = byName.get("vInfo");
  if (vInfo === undefined) throw new ImportError("noVInfo");
  const estate = new Estate();
  const origin = await readOrigin(byName, estate, options);
  await readVInfo(vInfo, estate, origin, byName.has("vNetwork"), options);
  if (estate.vms.length === 0) throw new ImportError("noRows", { sheet: "vInfo" });
  for (const { columns, read } of VM_SHEETS) {
    await readSheet(byName.get(columns.sheet), columns, estate, options, (row, tally) =>
      readVmRow(row, estate, tally, read),
    );
  }
  for (const { columns, read } of INFRASTRUCTURE_SHEETS) {
    await readSheet(byName.get(columns.sheet), columns, estate, options, (row, tally) =>
      readInfrastructureRow(row, estate, tally, read),
    );
  }
  return { estate, origin };
}

async function readSheet(
  input: SheetInput | undefined,
  columns: SheetColumns,
  estate: Estate,
  options: ReadEstateOptions,
  onValues: RowHandler,
): Promise<void> {
  if (input === undefined) return;
  const header = await scanSheet(input, columns, estate, options, onValues);
  if (header !== null) estate.coverage[columns.sheet] = header.found;
}

async function readOrigin(
  byName: ReadonlyMap<string, SheetInput>,
  estate: Estate,
  options: ReadEstateOptions,
): Promise<ExportOrigin> {
  const origin: ExportOrigin = {
    exporterVersion: null,
    exportedAt: null,
    server: null,
    vcenterUuid: null,
    vcenterVersion: null,
  };
  await readSheet(byName.get("vMetaData"), V_METADATA, estate, options, (row, tally) => {
    const S = V_METADATA.slots;
    origin.exporterVersion ??= row.text(S.version) ?? row.text(S.majorVersion);
    origin.exportedAt ??= row.date(S.createdAt);
    origin.server ??= row.text(S.server);
    tally.rowsKept += 1;
  });
  await readSheet(byName.get("vSource"), V_SOURCE, estate, options, (row, tally) => {
    const S = V_SOURCE.slots;
    const uuid = row.text(S.vcenterUuid);
    const version = row.text(S.fullName) ?? row.text(S.version);
    estate.vcenters.push({
      uuid,
      name: row.text(S.server) ?? origin.server,
      version,
      exportedAt: null,
      exporterVersion: null,
    });
    origin.vcenterVersion ??= version;
    tally.rowsKept += 1;
  });
  if (estate.vcenters.length === 1) origin.vcenterUuid = estate.vcenters[0]?.uuid ?? null;
  return origin;
}

async function readVInfo(
  input: SheetInput,
  estate: Estate,
  origin: ExportOrigin,
  hasNetworkSheet: boolean,
  options: ReadEstateOptions,
): Promise<void> {
  const tally = emptyTally("vInfo");
  options.onSheet?.("vInfo");
  const servers = new ServerTally();
  let customAttributes: readonly { name: string; slot: number }[] = [];
  let hasSmbiosColumn = false;
  await input.scan(
    (feed) =>
      new SheetReader(feed, V_INFO, tally, options.context, {
        keepCustomAttributes: true,
        onHeader: (header) => {
          estate.coverage.vInfo = header.found;
          customAttributes = header.customAttributes;
          hasSmbiosColumn = header.found.includes("SMBIOS UUID");
        },
        onValues: (row) => {
          const vm = vmOfRow(row, {
            exporterVersion: origin.exporterVersion,
            hasSmbiosColumn,
            vcenterUuid: origin.vcenterUuid,
            customAttributes,
            maskText: estate.maskText,
          });
          if (vm === null) {
            drop(tally, "noVmName");
            return;
          }
          addVm(vm, row, estate, tally, hasNetworkSheet);
          servers.note(
            vm.vcenterUuid,
            row.text(V_INFO.slots.server),
            row.text(V_INFO.slots.serverType),
          );
          if (estate.vms.length > options.limits.vms) {
            throw new ImportError("tooManyVms", { limit: options.limits.vms });
          }
        },
      }),
  );
  options.onRows?.(tally.rowsRead);
  estate.tallies.push(tally);
  if (tally.rowsRead === 0 && estate.coverage.vInfo === undefined) throw new ImportError("noVInfo");
  servers.complete(estate, origin);
}

function addVm(
  vm: InventoryVm,
  row: RowValues,
  estate: Estate,
  tally: SheetTally,
  hasNetworkSheet: boolean,
): void {
  if (vm.cpus === null && vm.memoryMib === null && vm.powerState === "unknown") {
    estate.halfEmptyRows += 1;
  }
  if (estate.addVm(vm) !== vm) {
    drop(tally, "duplicate");
    return;
  }
  tally.rowsKept += 1;
  if (hasNetworkSheet) return;
  for (const network of networksOfRow(row)) {
    vm.nics.push({
      label: null,
      adapter: null,
      network,
      switchName: null,
      connected: null,
      startsConnected: null,
      macAddress: null,
      ipAddresses: [],
      directPath: null,
    });
  }
  if (vm.nics.length > 0) vm.derived.nics = "vInfoNetworks";
}

/** The vCenter Servers that vInfo's rows name, for exports whose vSource is missing or says less. */
class ServerTally {
  private readonly seen = new Map<
    string,
    { uuid: string | null; name: string | null; version: string | null }
  >();
  private lastUuid: string | null | undefined = undefined;
  private lastName: string | null | undefined = undefined;

  note(uuid: string | null, name: string | null, version: string | null): void {
    if (uuid === this.lastUuid && name === this.lastName) return;
    this.lastUuid = uuid;
    this.lastName = name;
    const key = uuid ?? name ?? version;
    if (key !== null && this.seen.size < 1_000 && !this.seen.has(key)) {
      this.seen.set(key, { uuid, name, version });
    }
  }

  complete(estate: Estate, origin: ExportOrigin): void {
    for (const server of this.seen.values()) {
      const known = estate.vcenters.find(
        (vcenter) => vcenter.uuid === server.uuid || vcenter.uuid === null || server.uuid === null,
      );
      if (known === undefined) {
        estate.vcenters.push({ ...server, exportedAt: null, exporterVersion: null });
      } else {
        known.uuid ??= server.uuid;
        known.name ??= server.name;
        known.version ??= server.version;
      }
    }
    for (const vcenter of estate.vcenters) {
      vcenter.exportedAt = origin.exportedAt;
      vcenter.exporterVersion = origin.exporterVersion;
    }
  }
}
