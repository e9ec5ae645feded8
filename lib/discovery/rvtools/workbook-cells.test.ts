import { describe, expect, test } from "vitest";
import { db, NEW, NEWEST, readOne, VCENTER, web } from "../testing/read-one";
import { headersOf, rvtoolsWorkbook, tableOf } from "../testing/rvtools-export";
import { rowsOf, workbookOf } from "../testing/workbook-of";

describe("cells", () => {
  test("in scientific notation, as percentages and as real booleans are what they say", async () => {
    const vInfo = tableOf(headersOf(NEWEST, "vInfo"), [
      {
        ...web,
        "In Use MiB": "3.125E-2",
        "Overall Cpu Readiness": "0%",
        Template: false,
        CBT: true,
      },
    ]);
    const vHost = tableOf(headersOf(NEW, "vHost"), [
      { Host: "esx-01", "CPU usage %": "37%", "Memory usage %": 0 },
    ]);
    const { inventory } = await readOne(
      workbookOf({ sheets: { vInfo: rowsOf(vInfo), vHost: rowsOf(vHost) } }),
    );
    expect(inventory.vms[0]).toMatchObject({
      inUseMib: 0.03125,
      cpuReadyPercent: 0,
      changedBlockTracking: true,
      setAside: null,
    });
    expect(inventory.hosts[0]).toMatchObject({ cpuUsagePercent: 37, memoryUsagePercent: 0 });
  });

  test("with dates are serials of either epoch or text in the file's order; an epoch is no date", async () => {
    // 45352.395833 is 2024-03-01 09:30 counted from 1900. From 1904 the same day is 1,462 days less.
    for (const [serial, date1904] of [
      [45_352 + 9.5 / 24, false],
      [43_890 + 9.5 / 24, true],
    ] as const) {
      const { inventory } = await readOne(
        rvtoolsWorkbook(NEW, { vInfo: [{ ...web, "Creation date": serial }] }, { date1904 }),
      );
      expect(inventory.vms[0]?.createdAt).toBe("2024-03-01T09:30:00");
    }
    const german = await readOne(
      rvtoolsWorkbook(NEW, { vInfo: [{ ...web, "Creation date": "01.03.2024 09:30:00" }] }),
    );
    expect(german.inventory.vms[0]?.createdAt).toBe("2024-03-01T09:30:00");
    // 3/4/2024 alone is ambiguous: 25/12/2023 in another row says that the day comes first.
    const british = await readOne(
      rvtoolsWorkbook(NEW, {
        vInfo: [
          { ...web, "Creation date": "3/4/2024" },
          { ...db, "Creation date": "25/12/2023 10:00:00" },
        ],
      }),
    );
    expect(british.inventory.vms.map((vm) => vm.createdAt)).toEqual([
      "2024-04-03T00:00:00",
      "2023-12-25T10:00:00",
    ]);
    const epoch = await readOne(
      rvtoolsWorkbook(NEW, { vInfo: [{ ...web, "Creation date": "1970/01/01 00:00:00" }] }),
    );
    expect(epoch.inventory.vms[0]?.createdAt).toBeNull();
    expect(epoch.note("suspiciousValue")).toMatchObject({
      count: 1,
      detail: { figure: "createdAt" },
    });
  });

  test("hold several addresses, an NSX switch, a range of VLANs or nothing", async () => {
    const nsx = "nsx.LogicalSwitch: 1f2e3d4c-0000-1111-2222-333344445555";
    const { inventory } = await readOne(
      rvtoolsWorkbook(NEW, {
        vInfo: [web],
        vNetwork: [
          {
            VM: "web-01",
            "VM ID": "vm-1",
            "NIC label": "Network adapter 1",
            Network: nsx,
            "IPv4 Address": "10.0.0.5",
            "IPv6 Address": "fe80::1, 2001:db8::5",
            "VI SDK UUID": VCENTER,
          },
        ],
        dvPort: [
          { Port: "dv-trunk", Switch: "dvs1", VLAN: "0-4094", "VI SDK UUID": VCENTER },
          { Port: "dv-access", Switch: "dvs1", VLAN: 120, "VI SDK UUID": VCENTER },
          { Port: "dv-blank", Switch: "dvs1", "VI SDK UUID": VCENTER },
        ],
      }),
    );
    expect(inventory.vms[0]?.nics[0]).toMatchObject({
      network: nsx,
      ipAddresses: ["10.0.0.5", "fe80::1", "2001:db8::5"],
    });
    expect(inventory.portGroups.map((group) => group.vlan)).toEqual(["0-4094", "120", null]);
  });

  test("of custom attributes are kept, and columns that nobody knows are listed", async () => {
    const headers = headersOf(NEW, "vInfo");
    const at = headers.indexOf("Datacenter");
    const wider = [
      ...headers.slice(0, at),
      "Backup status",
      "Last backup",
      ...headers.slice(at),
      "Zoom level",
    ];
    const { inventory, confidence } = await readOne(
      workbookOf({
        sheets: {
          vInfo: rowsOf(tableOf(wider, [{ ...web, "Backup status": "ok", "Zoom level": 3 }])),
        },
      }),
    );
    expect(inventory.vms[0]?.customAttributes).toEqual({ "Backup status": "ok" });
    expect(confidence.sheets[0]).toMatchObject({
      customAttributes: ["Backup status", "Last backup"],
      unknownColumns: ["Zoom level"],
    });
  });
});
