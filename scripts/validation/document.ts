import { existsSync, readFileSync } from "node:fs";
import { networkExtensionSchema } from "@/lib/migration/extension-schema";
import { type Parameters, parametersSchema } from "@/lib/migration/parameters";
import { meshSchema } from "@/lib/migration/site-schema";
import type { CalibrationRow } from "../bench/calibration-score";
import type { Row as QueueRow } from "../bench/queues";
import { fluidExpectations, relativeError } from "./fluid";
import { judge, PUBLISHED_ROWS, type PublishedRow } from "./published-rows";
import { VALIDATION_FOLDER } from "./run-file";

/** docs/validation.md: what the engine was held against, and what came of it. */

const FLUID_TOLERANCE = 1e-6;

/** Rows of `npm run bench -- engine --json`. */
interface SpeedRow {
  name: string;
  unit: string;
  median: number;
  best?: number;
  target: { atLeast: number } | { atMost: number } | null;
  passed: boolean | null;
}

/** What a benchmark printed when it was run last; null where it has not been. */
function storedResult<T>(file: string): T | null {
  const url = new URL(file, VALIDATION_FOLDER);
  return existsSync(url) ? JSON.parse(readFileSync(url, "utf8")) : null;
}

/** Computed from the scenario files here and now, but for what takes minutes and is stored. */
export function validationDocument(): string {
  return [
    "# Validation",
    "",
    "What the engine was held against: answers that nobody here made up. Sections 1 and 3 are computed by",
    "`npm run validate -- --write` from the scenario files in [validation/](validation), and a test fails when",
    "this page is stale. Each file runs by itself: `landfall simulate docs/validation/v1.json`.",
    "Sections 2, 4 and 5 take minutes: their commands' last results are stored beside the scenarios.",
    "",
    ...fluidSection(),
    "",
    ...queueSection(),
    "",
    ...publishedSection(),
    "",
    ...forecastSection(),
    "",
    ...speedSection(),
    "",
  ].join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

const number = (value: number) => String(Number(value.toPrecision(9)));
const short = (value: number) => String(Number(value.toPrecision(3)));
const percent = (ratio: number) => `${(100 * ratio).toFixed(1)} %`;

function fluidSection(): string[] {
  const rows = fluidExpectations();
  const worst = Math.max(...rows.map(relativeError));
  return [
    "## 1. Fluid sharing, exact",
    "",
    "Finish times in seconds by SimGrid 3.32 and by hand, each as a scenario of bare capacities",
    `(\`"parameters": {"base": "ideal"}\`). Largest relative error: ${worst.toExponential(1)}; allowed: 1e-6,`,
    "which is how far the published digits of H and I go.",
    "",
    ...table(
      ["Case", "Flow", "Expected", "Ours", "Verdict"],
      rows.map((row) => [
        `[${row.case}](validation/${row.file})`,
        row.what,
        number(row.expectedSeconds),
        number(row.oursSeconds),
        relativeError(row) <= FLUID_TOLERANCE ? "pass" : "FAIL",
      ]),
    ),
    "",
    "The kernel by itself is held against the same cases, and on 200 random plants against plain progressive",
    "filling, in `lib/engine/*.test.ts`.",
  ];
}

function queueSection(): string[] {
  const stored = storedResult<{ rows: QueueRow[] }>("queues.json");
  const long = storedResult<{ rows: QueueRow[] }>("queues-long.json");
  const heading = ["## 2. Queues, closed form", ""];
  if (stored === null) return [...heading, "Not run: `npm run bench -- queues --json`."];
  const [first] = stored.rows;
  const halfWidths = stored.rows.map(({ halfWidthRatio }) => halfWidthRatio);
  return [
    ...heading,
    `\`npm run bench -- queues\`: ${first?.seeds} seeds of ${first?.jobs.toLocaleString("en-US")} jobs. A row passes`,
    "when the exact value lies inside the 99 % batch-means interval of at least 18 of 20 seeds and Little's law",
    "holds within 0.1 % on every run.",
    "",
    `At that many jobs half-widths are ${percent(Math.min(...halfWidths))} to ${percent(Math.max(...halfWidths))}: that is the process,`,
    "not the program. The variance of an M/M/1's mean wait at a load of 0.8 is 1,976 over the number of jobs",
    "(rho (2 + 5 rho - 4 rho^2 + rho^3) / (1 - rho)^4), so a million jobs give 4 +- 0.114, which is 2.9 %.",
    "`--long` runs each case for as many jobs as bring every half-width to 1 %.",
    "",
    ...queueTable(stored.rows),
    ...(long === null
      ? []
      : [
          "",
          `With \`--long\`, ${long.rows[0]?.seeds} seeds, every half-width is at most ${percent(Math.max(...long.rows.map(({ halfWidthRatio }) => halfWidthRatio)))}: an hour of processor, stored by`,
          "`npm run -s bench -- queues --long --json > docs/validation/queues-long.json`.",
          "",
          ...queueTable(long.rows),
        ]),
  ];
}

function queueTable(rows: readonly QueueRow[]): string[] {
  return table(
    [
      "Case",
      "Measure",
      "Exact",
      "Mean of seeds",
      "Covered",
      "Half-width",
      "Jobs",
      "Little's law off by",
      "Verdict",
    ],
    rows.map((row) => [
      row.case,
      row.measure,
      row.exact.toFixed(6),
      row.estimate.toFixed(6),
      `${row.covered} of ${row.seeds}`,
      `${(100 * row.halfWidthRatio).toFixed(2)} %`,
      row.jobs.toLocaleString("en-US"),
      row.littlesLawRatio === null ? "no arrivals" : row.littlesLawRatio.toExponential(0),
      row.passed ? "pass" : "FAIL",
    ]),
  );
}

function publishedSection(): string[] {
  const verdicts = PUBLISHED_ROWS.map((row) => ({ row, ...judge(row) }));
  const passed = verdicts.filter((verdict) => verdict.passed).length;
  const predicted = verdicts.filter((verdict) => verdict.passed && verdict.row.chooses === null);
  return [
    "## 3. Published HCX behaviour",
    "",
    "Every public figure that fixes a setup. **One set of parameters holds for all rows**: no scenario here has",
    "a `parameters` section, so each runs with the defaults below. A row passes inside the published range or",
    `within 15 % of it: ${passed} of ${verdicts.length} do. "Chooses" names the default that a row was used to choose: it`,
    `agrees by construction. The others (${predicted.map(({ row }) => row.row).join(", ")}) and rows that share a value are predictions.`,
    "",
    ...table(
      ["Row", "Setup", "Assumed", "Published", "Ours", "Deviation", "Verdict", "Chooses", "Source"],
      verdicts.map(({ row, ours, deviationRatio, passed: isPassed }) => [
        row.file === null ? row.row : `[${row.row}](validation/${row.file})`,
        row.setup,
        row.assumed,
        row.published,
        `${short(ours)} ${row.unit}`,
        deviationOf(row, deviationRatio),
        isPassed ? "pass" : "not met",
        row.chooses ?? "",
        row.source,
      ]),
    ),
    "",
    ...verdicts.flatMap(({ row }) => (row.reason ? [`* ${row.row}: ${row.reason}`] : [])),
    "",
    "Rows of the list that fix no setup are not here: V6 to V8 and V27 are bands and directions, V12, V14, V22 to V24",
    "and V32 whole projects or planners' rules, V16 to V18, V25 and V29 to V31 other products or no figure.",
    "",
    "The set:",
    "",
    ...parameterTable(),
  ];
}

function deviationOf({ low, high }: PublishedRow, ratio: number): string {
  if (ratio === 0 && low !== high) return "inside";
  const text = percent(ratio);
  return ratio > 0 ? `+${text}` : text.replace("-0.0", "0.0");
}

function parameterTable(): string[] {
  const defaults: Parameters = parametersSchema.parse({});
  const shape = parametersSchema.shape;
  return table(
    ["Parameter", "Value", "Why"],
    (Object.keys(shape) as (keyof Parameters)[])
      .filter((name) => name !== "base")
      .map((name) => [
        `\`${name}\``,
        String(defaults[name]),
        shape[name].description ?? "assumption",
      ])
      .concat(
        SITE_FIGURES.map(({ name, value, description }) => [
          `\`${name}\``,
          String(value),
          description,
        ]),
      ),
  );
}

const EXTENSION = networkExtensionSchema.parse({ id: "ne" });

/** What appliances are taken to do where a scenario does not say. */
const SITE_FIGURES = [
  {
    name: "meshes[].ixBytesPerSecond",
    value: meshSchema.parse({ id: "mesh" }).ixBytesPerSecond,
    description:
      "One VM's 2.2 Gbit/s (V1) and many VMs' 2.1 Gbit/s (V13) of payload: inferred to be what one IX forwards.",
  },
  {
    name: "meshes[].wanOptimization.ratio",
    value: meshSchema.parse({ id: "mesh", wanOptimization: {} }).wanOptimization?.ratio,
    description: "350 Mbit/s on the LAN are 90 to 120 on the WAN (V5).",
  },
  {
    name: "networkExtensions[].applianceBytesPerSecond",
    value: EXTENSION.applianceBytesPerSecond,
    description: "4 to 6 Gbit/s for one Network Extension appliance on a 10 Gbit/s adapter (V15).",
  },
  {
    name: "networkExtensions[].flowBytesPerSecond",
    value: EXTENSION.flowBytesPerSecond,
    description: "About 1 Gbit/s for one flow through it (V15).",
  },
];

interface Calibration {
  plans: number;
  replications: number;
  rows: CalibrationRow[];
}

function forecastSection(): string[] {
  const stored = storedResult<Calibration>("calibration.json");
  const heading = ["## 4. Forecasts", ""];
  if (stored === null) return [...heading, "Not run: `npm run bench -- calibration --json`."];
  const { plans, replications, rows } = stored;
  const limit = rows[0]?.pitLimit.toFixed(3);
  return [
    ...heading,
    `How often what happened was within what was forecast: ${plans} plans with ${replications} replications each, against a truth`,
    "that the forecast does not see. [forecast.md](forecast.md) says how both are drawn. Stored by",
    `\`npm run -s bench -- calibration --replications ${replications} --json > docs/validation/calibration.json\`.`,
    "",
    ...table(
      [
        "Bytes sent",
        "P50 covers (43.1 to 56.9 %)",
        "P90 covers (85.8 to 94.2 %)",
        `PIT distance (below ${limit})`,
        "CRPS",
        "Naive",
        "With overhead",
        "CRPS lower by (20 % or more)",
        "Verdict",
      ],
      rows.map((row) => [
        `${100 * row.progressRatio} %`,
        percent(row.p50Coverage),
        percent(row.p90Coverage),
        row.pitDistance.toFixed(3),
        `${row.crpsHours.toFixed(2)} h`,
        `${row.naiveHours.toFixed(2)} h`,
        `${row.naiveWithOverheadHours.toFixed(2)} h`,
        percent(row.skillRatio),
        row.passed ? "pass" : "FAIL",
      ]),
    ),
    "",
    "The naive estimate is the bytes that are left over the link's rate, the one with overhead over what payload gets of",
    "it; CRPS is compared with the better of the two.",
  ];
}

function speedSection(): string[] {
  const stored = storedResult<{ node: string; results: SpeedRow[] }>("speed.json");
  const heading = ["## 5. Speed", ""];
  if (stored === null) {
    return [
      ...heading,
      "`npm run bench -- engine` measures it: kernel, peers, model, growth, looks at a timeline and what invariants",
      "cost. Its result is shown here once it is stored by",
      "`npm run -s bench -- engine --json > docs/validation/speed.json` and `npm run validate -- --write`.",
    ];
  }
  return [
    ...heading,
    `\`npm run bench -- engine\` on one thread of a shared two-core machine, Node ${stored.node}, bundled as the product`,
    "is: median and best of five after `warmUpRuns` that do not count. Peers ran in the same minutes. Stored by",
    "`npm run -s bench -- engine --json > docs/validation/speed.json`.",
    "",
    ...table(
      ["What", "Median", "Best", "Unit", "Target", "Verdict"],
      stored.results.map(({ name, unit, median, best, target, passed }) => [
        name,
        short(median),
        best === undefined ? "" : short(best),
        unit,
        target === null
          ? ""
          : "atLeast" in target
            ? `at least ${target.atLeast}`
            : `at most ${target.atMost}`,
        passed === null ? "" : passed ? "pass" : "missed",
      ]),
    ),
  ];
}
