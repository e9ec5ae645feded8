/** The lists of the API as pages ask for them: every filter, sort and kind of page, at the depth where it hurts. */
export interface ListRequest {
  list: string;
  path: string;
}

export interface ListTargets {
  projectId: string;
  assessmentId: string;
  /** A check with many findings, some of them acknowledged. */
  busyRuleId: string;
  cluster: string;
  vmCount: number;
  /** The newest import, of an estate that had changed since the one before. */
  importId: string;
  /** A mobility group that has been started. */
  groupId: string;
}

const INVENTORY_SORTS = ["name", "powerState", "cpus", "memoryMib", "provisionedMib", "os", "host"];
const PERFORMANCE_SORTS = [
  "name",
  "activity",
  "cluster",
  "cpuPercent",
  "recommendedCpus",
  "memoryPercent",
  "diskIops",
];
const ASSESSED_SORTS = [
  "name",
  "suitability",
  "bestType",
  "findingCount",
  "effortHours",
  "memoryMib",
  "os",
];

const BOARD_SORTS = ["vmName", "groupName", "state", "progressRatio", "bytesTotal", "etaSeconds"];
const CONNECTION_SORTS = ["source", "port", "slotCount", "lastSeenAt"];
const ENDPOINT_SORTS = ["name", "group", "inbound", "slotSum"];

/** What a screen shows; the largest page that the API gives is asked for as well. */
const PAGE_ROWS = 100;
const LARGEST_PAGE_ROWS = 500;

export function listRequests(targets: ListTargets): ListRequest[] {
  const project = `/api/projects/${targets.projectId}`;
  const assessment = `${project}/assessments/${targets.assessmentId}`;
  const deep = Math.max(0, targets.vmCount - 1_000);
  const of = (list: string, path: string, queries: readonly Record<string, string | number>[]) =>
    queries.map((query) => ({
      list,
      path: `${path}?${new URLSearchParams(
        Object.entries({ limit: PAGE_ROWS, ...query }).map(([name, value]) => [
          name,
          String(value),
        ]),
      )}`,
    }));
  const sorts = (names: readonly string[]) =>
    names.flatMap((sort): Record<string, string | number>[] => [
      { sort },
      { sort, direction: "desc" },
      { sort, offset: Math.floor(targets.vmCount / 2) },
    ]);
  return [
    ...of("inventory VMs", `${project}/vms`, [
      ...sorts(INVENTORY_SORTS),
      { search: "web" },
      { search: "no such machine" },
      { search: "db", sort: "memoryMib", direction: "desc" },
      { powerState: "poweredOff", sort: "os" },
      { cluster: targets.cluster, sort: "cpus" },
      { scope: "inScope", sort: "provisionedMib", direction: "desc" },
      { scope: "setAside" },
      { offset: deep },
      { limit: LARGEST_PAGE_ROWS, sort: "host", direction: "desc" },
    ]),
    ...of("assessed VMs", `${assessment}/vms`, [
      ...sorts(ASSESSED_SORTS),
      { search: "web", sort: "findingCount", direction: "desc" },
      { suitability: "ConditionallySuitable", sort: "effortHours", direction: "desc" },
      { bestType: "Bulk", sort: "os" },
      { offset: deep },
      { limit: LARGEST_PAGE_ROWS, sort: "findingCount", direction: "desc" },
    ]),
    ...of("findings of a check", `${assessment}/vms`, [
      { rule: targets.busyRuleId },
      { rule: targets.busyRuleId, sort: "effortHours", direction: "desc" },
      { rule: targets.busyRuleId, finding: "open", sort: "effortHours" },
      { rule: targets.busyRuleId, finding: "acknowledged", sort: "dueOn" },
      { rule: targets.busyRuleId, finding: "overdue", sort: "dueOn", direction: "desc" },
      { rule: targets.busyRuleId, search: "web", suitability: "ConditionallySuitable" },
    ]),
    // The page of mobility groups picks from the assessed VMs in its own way.
    ...of("candidates of a group", `${assessment}/vms`, [
      { suitability: "Suitable", bestType: "RAV", sort: "storageMib", direction: "desc" },
      { bestType: "Bulk", search: "app", sort: "name" },
    ]),
    ...of("performance of VMs", `${project}/performance/vms`, [
      ...sorts(PERFORMANCE_SORTS),
      { search: "web" },
      { activity: "idle" },
      { cluster: targets.cluster, sort: "cpuPercent", direction: "desc" },
      // Thresholds of which no list has been made yet.
      { percentile: "p99", idleMemory: 100, activity: "idle", sort: "memoryMib" },
      { limit: LARGEST_PAGE_ROWS, offset: deep },
    ]),
    ...of("acknowledgements", `${project}/acknowledgements`, [{}, { rule: targets.busyRuleId }]),
    ...of("import changes", `${project}/imports/${targets.importId}/changes`, [
      {},
      { kind: "resized" },
      { kind: "renamed", search: "web" },
      { kind: "gone" },
      { search: "no such machine" },
      { offset: 2_000 },
      { limit: LARGEST_PAGE_ROWS },
    ]),
    ...of("changes in numbers", `${project}/imports/${targets.importId}/changes/summary`, [{}]),
    ...of("migrations on the board", `${project}/board/vms`, [
      ...sorts(BOARD_SORTS),
      { search: "web", sort: "bytesTotal", direction: "desc" },
      { search: "no such machine" },
      { state: "inTransfer", sort: "progressRatio", direction: "desc" },
      { state: "queued", offset: deep },
      { group: targets.groupId, sort: "etaSeconds" },
      { limit: 2 * LARGEST_PAGE_ROWS, sort: "etaSeconds", direction: "desc" },
    ]),
    ...of("events of the board", `${project}/board/events`, [
      {},
      { severity: "warning" },
      { search: "web" },
      { group: targets.groupId },
      { offset: targets.vmCount },
    ]),
    ...of("connections", `${project}/dependencies/connections`, [
      ...sorts(CONNECTION_SORTS),
      { search: "web" },
      { port: 443 },
      { process: "svc", hidden: "none" },
    ]),
    ...of("connected servers", `${project}/dependencies/endpoints`, [
      ...sorts(ENDPOINT_SORTS),
      { search: "web" },
      { kind: "vm", group: "none" },
    ]),
    { list: "imports", path: `${project}/imports` },
    { list: "findings by check", path: `${assessment}/acknowledgements` },
    { list: "checks of an assessment", path: assessment },
    { list: "assessments", path: `${project}/assessments` },
    { list: "inventory summary", path: `${project}/inventory` },
  ];
}
