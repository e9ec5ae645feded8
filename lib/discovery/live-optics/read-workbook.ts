import type { InventoryVm } from "@/lib/inventory/schema";
import { cover } from "../column-coverage";
import { exportDateOfName } from "../confidence";
import type { Container } from "../container/zip-container";
import { readInVotedLocale } from "../estate-reading";
import type { PartReading, ReadingSession } from "../part-reading";
import { drop, Estate, type SheetTally } from "../rvtools/estate";
import type { SheetColumns } from "../rvtools/header";
import { resavedByOf } from "../rvtools/read-workbook";
import type { RowValues } from "../rvtools/row-values";
import { type ScanOptions, scanSheet } from "../rvtools/scan-sheet";
import type { SheetInput } from "../rvtools/sheet-reader";
import { type DroppedReason, ImportError } from "../schema";
import { DEFAULT_LOCALE } from "../values";
import { openSharedStrings, sheetInputOf } from "../workbook/open-workbook";
import type { WorkbookInfo } from "../workbook/workbook";
import {
  CUSTOM_ATTRIBUTES,
  ESX_HOSTS,
  ESX_PERFORMANCE,
  HOST_DEVICES,
  LIVE_OPTICS_COVERAGE,
  VM_DISKS,
  VM_PERFORMANCE,
  VMS,
} from "./columns";
import { readDetails } from "./details";
import {
  type HostsOfDatastores,
  readDevice,
  readHost,
  readHostPerformance,
} from "./infrastructure-rows";
import { VmFinder } from "./vm-finder";
import { performanceOfRow, vmOfRow } from "./vm-rows";

const READ_SHEETS: readonly SheetColumns[] = [
  VMS,
  VM_PERFORMANCE,
  VM_DISKS,
  CUSTOM_ATTRIBUTES,
  ESX_HOSTS,
  ESX_PERFORMANCE,
  HOST_DEVICES,
];

/** Reads a workbook of Live Optics' VMware collector. Throws `noRows` for one without VMs. */
export async function readLiveOptics(
  container: Container,
  info: WorkbookInfo,
  fileName: string,
  session: ReadingSession,
): Promise<PartReading> {
  const strings = await openSharedStrings(container, info, session);
  const inputs = new Map<string, SheetInput>();
  for (const sheet of info.sheets) {
    const name = sheet.name.trim().toLowerCase();
    const columns = READ_SHEETS.find((known) => known.sheet.toLowerCase() === name);
    if (columns === undefined || inputs.has(columns.sheet)) continue;
    session.expectBytes(container.parts.get(sheet.partName)?.inflatedBytes ?? 0);
    inputs.set(columns.sheet, sheetInputOf(container, sheet, columns.sheet, session));
  }
  const details = await readDetails(container, info, strings, session);
  const base = { strings, date1904: info.date1904, isDateStyle: info.isDateStyle };
  const { reading } = await readInVotedLocale(base, session, DEFAULT_LOCALE, async (options) => ({
    estate: await readSheets(inputs, options, session.limits.vms),
  }));
  if (reading.inventory.vms.length === 0) throw new ImportError("noRows", { sheet: VMS.sheet });
  const exportedAt = details.collectedAt ?? exportDateOfName(fileName);
  for (const vcenter of reading.inventory.vcenters) {
    vcenter.exportedAt = exportedAt;
    vcenter.exporterVersion = details.collectorVersion;
  }
  return {
    ...reading,
    kind: "liveOptics",
    fileName,
    sheetsFound: info.sheets.map((sheet) => sheet.name),
    exportedAt,
    date1904: info.date1904,
    resavedBy: resavedByOf(info),
    notes: [],
  };
}

type KeepRow = (row: RowValues, tally: SheetTally) => DroppedReason | null;

async function readSheets(
  inputs: ReadonlyMap<string, SheetInput>,
  options: ScanOptions,
  maxVms: number,
): Promise<Estate> {
  const estate = new Estate();
  const versions = new Set<string>();
  const read = async (columns: SheetColumns, keep: KeepRow) => {
    const input = inputs.get(columns.sheet);
    if (input === undefined) return;
    const header = await scanSheet(input, columns, estate, options, (row, tally) => {
      const reason = keep(row, tally);
      if (reason === null) tally.rowsKept += 1;
      else drop(tally, reason);
    });
    const coverage = LIVE_OPTICS_COVERAGE[columns.sheet];
    if (coverage !== undefined) cover(estate.coverage, header?.found ?? [], coverage);
  };
  await read(VMS, (row) => {
    const vm = vmOfRow(row);
    if (vm === null) return "noVmName";
    if (vm.cpus === null && vm.memoryMib === null) estate.halfEmptyRows += 1;
    const version = row.text(VMS.slots.vcenterVersion);
    if (version !== null) versions.add(version);
    if (estate.addVm(vm) !== vm) return "duplicate";
    if (estate.vms.length > maxVms) throw new ImportError("tooManyVms", { limit: maxVms });
    return null;
  });
  await readAboutVms(estate, read);
  await read(ESX_HOSTS, (row) => {
    const version = row.text(ESX_HOSTS.slots.vcenterVersion);
    if (version !== null) versions.add(version);
    return readHost(row, estate);
  });
  await read(ESX_PERFORMANCE, (row) => readHostPerformance(row, estate));
  const hostsOf: HostsOfDatastores = new Map();
  await read(HOST_DEVICES, (row) => readDevice(row, estate, hostsOf));
  for (const version of versions) {
    const unnamed = { uuid: null, name: null, exportedAt: null, exporterVersion: null };
    estate.vcenters.push({ ...unnamed, version });
  }
  return estate;
}

async function readAboutVms(
  estate: Estate,
  read: (columns: SheetColumns, keep: KeepRow) => Promise<void>,
): Promise<void> {
  const finder = new VmFinder(estate.vms);
  const ofVm =
    (keep: (row: RowValues, vm: InventoryVm) => boolean): KeepRow =>
    (row) => {
      const name = row.text(VMS.slots.name);
      if (name === null && row.text(VMS.slots.mobId) === null) return "noVmName";
      const vm = finder.find(row);
      if (vm === null) {
        estate.noteUnmatched(name, row.text(VMS.slots.mobId));
        return "noMatchingVm";
      }
      return keep(row, vm) ? null : "duplicate";
    };
  await read(
    VM_PERFORMANCE,
    ofVm((row, vm) => {
      if (vm.performance !== null) return false;
      vm.performance = performanceOfRow(row, vm);
      return true;
    }),
  );
  await read(
    VM_DISKS,
    ofVm((row, vm) => {
      const S = VM_DISKS.slots;
      vm.partitions.push({
        path: row.text(S.path),
        capacityMib: row.number(S.capacityMib),
        consumedMib: row.number(S.usedMib),
        freeMib: row.number(S.freeMib),
      });
      return true;
    }),
  );
  await read(
    CUSTOM_ATTRIBUTES,
    ofVm((row, vm) => {
      const S = CUSTOM_ATTRIBUTES.slots;
      const attribute = row.text(S.attribute);
      const content = row.text(S.content);
      if (attribute === null || content === null) return true;
      vm.customAttributes[attribute] = estate.maskText(content, attribute, vm) ?? content;
      return true;
    }),
  );
}
