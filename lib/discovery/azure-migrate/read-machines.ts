import type { InventoryVm } from "@/lib/inventory/schema";
import { cover } from "../column-coverage";
import { exportDateOfName } from "../confidence";
import { readInVotedLocale } from "../estate-reading";
import type { PartReading, ReadingSession } from "../part-reading";
import { drop, Estate } from "../rvtools/estate";
import type { RowValues, ValueContext } from "../rvtools/row-values";
import { type ScanOptions, scanSheet } from "../rvtools/scan-sheet";
import type { SheetInput } from "../rvtools/sheet-reader";
import { mergeVm } from "../rvtools/vm-of-row";
import { type FileKind, ImportError } from "../schema";
import type { LocaleAssumption } from "../values";
import { MACHINE_COVERAGE, MACHINE_DISKS, MACHINES } from "./machine-columns";
import { blankDisk, completeStorage, isOutsideVmware, machineOfRow } from "./machine-of-row";

/** A sheet of servers, or of their disks. */
export interface MachineSheet {
  readonly holds: "machines" | "disks";
  readonly input: SheetInput;
}

export interface MachineExport {
  readonly kind: FileKind;
  readonly fileName: string;
  readonly sheets: readonly MachineSheet[];
  readonly sheetsFound: readonly string[];
  readonly base: Omit<ValueContext, "votes">;
  readonly assumed: LocaleAssumption;
  readonly resavedBy: string | null;
}

/**
 * Reads the servers of one Azure Migrate file. The same server stands on several sheets of a report; each adds what
 * the others lack. Throws `noRows` for a file without servers, `tooManyVms` past the limit.
 */
export async function readMachines(
  file: MachineExport,
  session: ReadingSession,
): Promise<PartReading> {
  const { reading, found } = await readInVotedLocale(file.base, session, file.assumed, (options) =>
    readSheets(file.sheets, options, session.limits.vms),
  );
  if (reading.inventory.vms.length === 0) throw new ImportError("noRows", { file: file.fileName });
  const outside = reading.inventory.vms.filter(isOutsideVmware).length;
  return {
    ...reading,
    kind: file.kind,
    fileName: file.fileName,
    sheetsFound: [...file.sheetsFound],
    exportedAt: found.updatedAt ?? exportDateOfName(file.fileName),
    date1904: file.base.date1904,
    resavedBy: file.resavedBy,
    notes:
      outside === 0
        ? []
        : [{ code: "outsideVmware", severity: "warning", count: outside, detail: {} }],
  };
}

async function readSheets(
  sheets: readonly MachineSheet[],
  options: ScanOptions,
  maxVms: number,
): Promise<{ estate: Estate; updatedAt: string | null }> {
  const estate = new Estate();
  let updatedAt: string | null = null;
  for (const { input } of sheets.filter((sheet) => sheet.holds === "machines")) {
    const onSheet = new Set<InventoryVm>();
    const header = await scanSheet(input, MACHINES, estate, options, (row, tally) => {
      const vm = machineOfRow(row);
      if (vm === null) return drop(tally, "noVmName");
      const date = row.date(MACHINES.slots.updatedAt);
      if (date !== null && (updatedAt === null || date > updatedAt)) updatedAt = date;
      const known = addMachine(vm, estate, onSheet);
      if (onSheet.has(known)) drop(tally, "duplicate");
      else tally.rowsKept += 1;
      onSheet.add(known);
      if (estate.vms.length > maxVms) throw new ImportError("tooManyVms", { limit: maxVms });
    });
    cover(estate.coverage, header?.found ?? [], MACHINE_COVERAGE);
  }
  for (const { input } of sheets.filter((sheet) => sheet.holds === "disks")) {
    await readDisks(input, estate, options);
  }
  return { estate, updatedAt };
}

/** Adds a server, or what its row says more of one that another sheet named. Answers the one that counts. */
function addMachine(
  vm: InventoryVm,
  estate: Estate,
  onSheet: ReadonlySet<InventoryVm>,
): InventoryVm {
  const duplicates = estate.duplicateVms;
  const known = estate.addVm(vm);
  if (known === vm) return vm;
  // Only a row that repeats another of its own sheet is a duplicate.
  if (!onSheet.has(known)) estate.duplicateVms = duplicates;
  if (known.nics.length === 0) known.nics = vm.nics;
  if (known.disks.length === 0) known.disks = vm.disks;
  for (const [figure, how] of Object.entries(vm.derived)) known.derived[figure] ??= how;
  mergeVm(known, vm);
  return known;
}

async function readDisks(input: SheetInput, estate: Estate, options: ScanOptions): Promise<void> {
  const S = MACHINE_DISKS.slots;
  const listed = new Map<InventoryVm, InventoryVm["disks"]>();
  const readRow = (row: RowValues): "noVmName" | "noMatchingVm" | null => {
    const name = row.text(S.machine);
    if (name === null) return "noVmName";
    const reference = { name, host: null, moRef: null, uuid: null, vcenterUuid: null };
    const vm = estate.index.find(reference);
    if (vm === null) {
      estate.noteUnmatched(name, null);
      return "noMatchingVm";
    }
    const size = row.number(S.sizeMib);
    const disks = listed.get(vm) ?? [];
    disks.push(blankDisk(row.text(S.name), size !== null && size < 0 ? null : size));
    listed.set(vm, disks);
    return null;
  };
  const header = await scanSheet(input, MACHINE_DISKS, estate, options, (row, tally) => {
    const reason = readRow(row);
    if (reason === null) tally.rowsKept += 1;
    else drop(tally, reason);
  });
  cover(estate.coverage, header?.found ?? [], MACHINE_COVERAGE);
  for (const [vm, disks] of listed) {
    vm.disks = disks;
    completeStorage(vm, null);
  }
}
