import type { Estate } from "./estate-types";
import { column, constants, dateColumn, type Sheet, sheetOf, vcenterColumns } from "./sheet-model";

const RVTOOLS_VERSION = "4.7.1.4";

export function vSource(estate: Estate): Sheet {
  const { name, version, build, uuid } = estate.vcenter;
  const row = {
    Name: name,
    "OS type": "linux-x64",
    "API type": "VirtualCenter",
    "API version": `${version}.0`,
    Build: build,
    Fullname: `VMware vCenter Server ${version} build-${build}`,
    "Product name": "VMware vCenter Server",
    "Product version": version,
    "Product line": "vpx",
    Vendor: "VMware, Inc.",
    "VI SDK UUID": uuid,
  };
  return sheetOf("vSource", constants(row), () => [row]);
}

interface HealthRow {
  name: string;
  message: string;
  kind: string;
}

function* healthRows(estate: Estate): Iterable<HealthRow> {
  for (const vm of estate.vms) {
    if (vm.media.connected) {
      yield { name: vm.name, message: "VM has a CDROM device connected!", kind: "CDROM" };
    }
    for (const snapshot of vm.snapshots) {
      const message = `VM has an active snapshot: ${snapshot.name}`;
      yield { name: vm.name, message, kind: "Snapshot" };
    }
    if (vm.tools.status === "toolsNotInstalled") {
      yield { name: vm.name, message: "VMware Tools are not installed!", kind: "VM Tools" };
    }
    if (vm.consolidationNeeded) {
      yield { name: vm.name, message: "VM disks consolidation is needed.", kind: "Consolidation" };
    }
  }
  for (const host of estate.hosts) {
    if (!host.ntpRunning) {
      yield { name: host.name, message: "NTP service is not running!", kind: "NTP" };
    }
  }
  const datastore = estate.datastores[0]?.name ?? "";
  for (const orphan of ["decommissioned-01", "decommissioned-02"]) {
    const name = `[${datastore}] ${orphan}/${orphan}.vmdk`;
    yield { name, message: "Possibly a Zombie vmdk file! Please check.", kind: "Zombie" };
  }
}

export function vHealth(estate: Estate): Sheet {
  const columns = [
    column<HealthRow>("Name", (row) => row.name),
    column<HealthRow>("Message", (row) => row.message),
    column<HealthRow>("Message type", (row) => row.kind),
    ...vcenterColumns(estate),
  ];
  return sheetOf("vHealth", columns, () => healthRows(estate));
}

export function vMetaData(estate: Estate): Sheet {
  const columns = [
    ...constants({ "RVTools major version": "4.7", "RVTools version": RVTOOLS_VERSION }),
    dateColumn("xlsx creation datetime", () => estate.exportedAtMs),
    ...constants({ Server: estate.vcenter.name }),
  ];
  return sheetOf("vMetaData", columns, () => [estate]);
}
