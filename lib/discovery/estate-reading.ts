import type { PartReading, ReadingSession } from "./part-reading";
import { completeEstate } from "./rvtools/complete-estate";
import type { Estate } from "./rvtools/estate";
import type { ValueContext } from "./rvtools/row-values";
import type { ScanOptions } from "./rvtools/scan-sheet";
import { type LocaleAssumption, LocaleVotes } from "./values";

type EstateReading = Pick<
  PartReading,
  | "inventory"
  | "sheets"
  | "duplicateVms"
  | "halfEmptyRows"
  | "unmatchedVms"
  | "hasIdentity"
  | "suspicious"
  | "decimalComma"
>;

/**
 * Reads an estate under one locale, and once more under the one that its values speak for. `read` is given what
 * sheets are scanned with, and answers the estate that it filled and what else it found.
 */
export async function readInVotedLocale<Found extends { estate: Estate }>(
  base: Omit<ValueContext, "votes">,
  session: ReadingSession,
  assumed: LocaleAssumption,
  read: (options: ScanOptions) => Promise<Found>,
): Promise<{ reading: EstateReading; found: Found }> {
  const votes = new LocaleVotes(assumed);
  const found = await read({
    context: { ...base, votes },
    onSheet: session.onSheet,
    onRows: session.onRows,
  });
  // The second reading assumes what the votes say, so it can't ask for a third.
  if (votes.mustReadAgain()) return readInVotedLocale(base, session, votes.decided(), read);
  const { estate } = found;
  const suspicious = completeEstate(estate);
  const reading = {
    inventory: {
      vms: estate.vms,
      hosts: [...estate.hosts.values()],
      clusters: [...estate.clusters.values()],
      datastores: [...estate.datastores.values()],
      portGroups: [...estate.portGroups.values()],
      vcenters: estate.vcenters,
      health: estate.health,
      coverage: estate.coverage,
    },
    sheets: estate.tallies,
    duplicateVms: estate.duplicateVms,
    halfEmptyRows: estate.halfEmptyRows,
    unmatchedVms: estate.unmatchedVms.size,
    hasIdentity: estate.hasIdentity,
    suspicious,
    decimalComma: votes.decided().decimal === "comma",
  };
  return { reading, found };
}
