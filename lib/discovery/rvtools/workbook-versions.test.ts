import { describe, expect, test } from "vitest";
import { NEW, NEWEST, OLD, readOne, VCENTER, web } from "../testing/read-one";
import { headersOf, rvtoolsWorkbook, tableOf } from "../testing/rvtools-export";
import { rowsOf, workbookOf } from "../testing/workbook-of";

describe("versions", () => {
  test("3.x in MB and 4.x in MiB mean the same: both count in 2^20", async () => {
    const old = await readOne(
      rvtoolsWorkbook(OLD, {
        vInfo: [
          { VM: "web-01", CPUs: 2, Memory: 4096, "Provisioned MB": 20_480, "In Use MB": 10_240 },
        ],
      }),
    );
    const newer = await readOne(rvtoolsWorkbook(NEW, { vInfo: [web] }));
    for (const { inventory } of [old, newer]) {
      expect(inventory.vms[0]).toMatchObject({
        memoryMib: 4096,
        provisionedMib: 20_480,
        inUseMib: 10_240,
      });
    }
    expect(old.note("noIdentity")).toMatchObject({ severity: "warning", count: 1 });
    expect(newer.note("noIdentity")).toBeUndefined();
  });

  test("VM UUID is the SMBIOS UUID up to 4.3.0 and the instance UUID since 4.3.1", async () => {
    // Neither vCenter's `50` nor an SMBIOS `42`/`564d` prefix: only the version can tell.
    const uuid = "9f8e7d6c-9806-d6d6-7e09-c0ae87309b4f";
    for (const [version, field] of [
      ["4.3.0.0", "smbiosUuid"],
      ["4.3.1.0", "instanceUuid"],
      ["4.10.0.0", "instanceUuid"],
    ]) {
      const { inventory } = await readOne(
        rvtoolsWorkbook(NEW, {
          vInfo: [{ ...web, "VM UUID": uuid }],
          vMetaData: [
            { "RVTools version": version ?? "", "xlsx creation datetime": "2025-06-18 10:00:00" },
          ],
        }),
      );
      expect(inventory.vms[0]).toMatchObject({ [field ?? ""]: uuid });
    }
  });

  test("4.4.1 adds total disk capacity, SMBIOS UUID, disk UUID and sharing mode", async () => {
    const disks = [
      "VM",
      "VM ID",
      "Disk",
      "Disk UUID",
      "Capacity MiB",
      "Sharing mode",
      "VI SDK UUID",
    ];
    const vInfo = tableOf(headersOf(NEWEST, "vInfo"), [
      {
        ...web,
        "Total disk capacity MiB": 30_720,
        "SMBIOS UUID": "4206aaaa-0000-0000-0000-000000000001",
      },
    ]);
    const { inventory } = await readOne(
      workbookOf({
        sheets: {
          vInfo: rowsOf(vInfo),
          vDisk: rowsOf([
            disks,
            ["web-01", "vm-1", "Hard disk 1", "6000c29a", 30_720, "sharingMultiWriter", VCENTER],
          ]),
        },
      }),
    );
    expect(inventory.vms[0]).toMatchObject({
      diskCapacityMib: 30_720,
      smbiosUuid: "4206aaaa-0000-0000-0000-000000000001",
      disks: [{ uuid: "6000c29a", sharingMode: "sharingMultiWriter" }],
      derived: {},
    });
  });

  test("DBColumnNames spell the same columns without blanks, behind the sheet's name", async () => {
    const { inventory, confidence } = await readOne(
      workbookOf({
        sheets: {
          vInfo: rowsOf([
            [
              "vInfoVMName",
              "vInfoUUID",
              "vInfoPowerstate",
              "vInfoTemplate",
              "vInfoGuestHostName",
              "vInfoCPUs",
              "vInfoMemory",
              "vInfoNICs",
              "vInfoNumVirtualDisks",
              "vInfoProvisioned",
              "vInfoInUse",
              "vInfoDataCenter",
              "vInfoCluster",
              "vInfoHost",
              "vInfoSRMPlaceHolder",
              "vInfoOSTools",
              "vInfoOS",
              "vInfoPrimaryIPAddress",
              "vInfoNetwork1",
              "vInfoCreateDate",
              "vInfoVISDKServer",
            ],
            [
              "web-01",
              "50061111-9806-d6d6-7e09-c0ae87309b4f",
              "poweredOn",
              "False",
              "web-01.contoso.local",
              2,
              4096,
              1,
              1,
              20_480,
              10_240,
              "DC1",
              "C1",
              "esx-01",
              "False",
              "Ubuntu Linux (64-bit)",
              "Other Linux (64-bit)",
              "10.0.0.5",
              "VLAN10",
              "2024/03/01 09:30:00",
              "vc01",
            ],
          ]),
          vHost: rowsOf([
            [
              "vHostName",
              "vHostDatacenter",
              "vHostCluster",
              "vHostCpuModel",
              "vHostCpuMhz",
              "vHostNumCpu",
              "vHostCoresPerCPU",
              "vHostNumCpuCores",
              "vHostOverallCpuUsage",
              "vHostMemorySize",
              "vHostOverallMemoryUsage",
              "vHostFullName",
            ],
            [
              "esx-01",
              "DC1",
              "C1",
              "Intel Xeon",
              2500,
              2,
              20,
              40,
              31,
              549_755_813_888,
              60,
              "VMware ESXi 8.0.3",
            ],
          ]),
          vPartition: rowsOf([
            [
              "vPartitionVMName",
              "vPartitionUUID",
              "vPartitionDisk",
              "vPartitionCapacityMiB",
              "vPartitionConsumedMiB",
            ],
            ["web-01", "50061111-9806-d6d6-7e09-c0ae87309b4f", "/", 20_000, 9_000],
          ]),
          vMemory: rowsOf([
            ["vMemoryVMName", "vMemorySizeMiB", "vMemoryReservation"],
            ["web-01", 4096, 1024],
          ]),
        },
      }),
    );
    expect(inventory.vms[0]).toMatchObject({
      name: "web-01",
      dnsName: "web-01.contoso.local",
      cpus: 2,
      memoryMib: 4096,
      provisionedMib: 20_480,
      osRunning: "Ubuntu Linux (64-bit)",
      osConfigured: "Other Linux (64-bit)",
      primaryIpAddress: "10.0.0.5",
      createdAt: "2024-03-01T09:30:00",
      memoryReservationMib: 1024,
      partitions: [{ path: "/", capacityMib: 20_000, consumedMib: 9_000 }],
      nics: [{ network: "VLAN10" }],
    });
    // 549,755,813,888 bytes are 512 GiB: these exports write bytes here.
    expect(inventory.hosts[0]).toMatchObject({
      cores: 40,
      speedMhz: 2500,
      memoryMib: 524_288,
      esxVersion: "VMware ESXi 8.0.3",
    });
    expect(confidence.sheets.flatMap((sheet) => sheet.unknownColumns)).toEqual([]);
  });
});
