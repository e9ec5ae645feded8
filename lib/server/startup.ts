import { database, prepareDatabase } from "./database";
import { sweepUnfinishedImports } from "./imports";

export async function prepareServer(): Promise<void> {
  await prepareDatabase(database());
  await sweepUnfinishedImports();
}
