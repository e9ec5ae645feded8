import { createProject } from "../projects";

/** @returns the id of a new project without any import */
export async function emptyProject(): Promise<string> {
  const { id } = await createProject({
    name: "P",
    description: "",
    epochIso: "2025-06-23T00:00:00Z",
    timeZone: "UTC",
    onPremisesNetworks: [],
    seed: 1,
  });
  return id;
}
