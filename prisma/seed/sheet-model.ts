import type { Estate, EstateVm } from "./estate-types";

/** What a cell holds before it is written; a date is milliseconds since the Unix epoch. */
export type Cell = string | number | null;

export interface Column<Row> {
  header: string;
  value: (row: Row) => Cell;
  isDate: boolean;
}

/** A sheet with its rows still to be computed, so that large ones are never held whole. */
export interface Sheet {
  name: string;
  headers: readonly string[];
  dateColumns: readonly boolean[];
  rows: () => Iterable<Cell[]>;
}

export function column<Row>(header: string, value: (row: Row) => Cell): Column<Row> {
  return { header, value, isDate: false };
}

export function dateColumn<Row>(header: string, valueMs: (row: Row) => number | null): Column<Row> {
  return { header, value: valueMs, isDate: true };
}

/** Columns that hold the same value in every row. */
export function constants(values: Record<string, Cell>): Column<unknown>[] {
  return Object.entries(values).map(([header, value]) => column(header, () => value));
}

/** RVTools writes booleans as words. */
export function word(flag: boolean): string {
  return flag ? "True" : "False";
}

export function sheetOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: () => Iterable<Row>,
): Sheet {
  return {
    name,
    headers: columns.map((each) => each.header),
    dateColumns: columns.map((each) => each.isDate),
    *rows() {
      for (const row of rows()) yield columns.map((each) => each.value(row));
    },
  };
}

/** A row of any sheet about VMs. */
export interface VmRow {
  vm: EstateVm;
}

export function leadingColumns(): Column<VmRow>[] {
  return [
    column("VM", ({ vm }) => vm.name),
    column("Powerstate", ({ vm }) => vm.powerState),
    column("Template", ({ vm }) => word(vm.template)),
    column("SRM Placeholder", ({ vm }) => word(vm.srmPlaceholder)),
  ];
}

/** Where the VM is and which one it is: the end of every sheet about VMs but vInfo. */
export function trailingColumns(estate: Estate, withVmRef = false): Column<VmRow>[] {
  return [
    column("Annotation", ({ vm }) => vm.annotation || null),
    ...placeColumns(),
    column("Folder", ({ vm }) => vm.folder),
    ...operatingSystemColumns(),
    ...(withVmRef ? [column<VmRow>("VMRef", ({ vm }) => `VirtualMachine-${vm.moRef}`)] : []),
    column("VM ID", ({ vm }) => vm.moRef),
    column("VM UUID", ({ vm }) => vm.instanceUuid),
    ...vcenterColumns(estate),
  ];
}

export function placeColumns(): Column<VmRow>[] {
  return [
    column("Datacenter", ({ vm }) => vm.datacenter),
    column("Cluster", ({ vm }) => vm.cluster),
    column("Host", ({ vm }) => vm.host),
  ];
}

export function operatingSystemColumns(): Column<VmRow>[] {
  return [
    column("OS according to the configuration file", ({ vm }) => vm.osConfigured),
    column("OS according to the VMware Tools", ({ vm }) => vm.osRunning),
  ];
}

export function vcenterColumns(estate: Estate): Column<unknown>[] {
  return constants({ "VI SDK Server": estate.vcenter.name, "VI SDK UUID": estate.vcenter.uuid });
}
