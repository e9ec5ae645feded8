import { run as assess } from "./assess";
import { run as simulate } from "./simulate";

/** The command line: `landfall <command> ...`. Each command reads its own arguments and returns an exit code. */
const COMMANDS: Record<string, { run: (args: string[]) => Promise<number>; summary: string }> = {
  assess: { run: assess, summary: "assess discovery exports: readiness, AVS hosts, cost" },
  simulate: { run: simulate, summary: "run a migration scenario from a file" },
};

const EXIT_USAGE = 2;

function usage(): string {
  const commands = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(10)}${summary}`,
  );
  return ["Usage: landfall COMMAND ...", "", ...commands].join("\n");
}

async function main([name = "", ...args]: string[]): Promise<number> {
  if (name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(`${usage()}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    process.stderr.write(`${usage()}\n`);
    return EXIT_USAGE;
  }
  return command.run(args);
}

// A pipe that is read no further (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
