import type { ClusterLayout } from "@/lib/assessment/sizing-schema";

export type ClusterRow = ClusterLayout & { count: number };

/** Clusters that are alike in one row, in the order in which they come. */
export function clusterRows(clusters: readonly ClusterLayout[]): ClusterRow[] {
  const rows: ClusterRow[] = [];
  for (const cluster of clusters) {
    const same = rows.find(
      (row) =>
        row.privateCloud === cluster.privateCloud &&
        row.role === cluster.role &&
        row.hosts === cluster.hosts,
    );
    if (same) same.count += 1;
    else rows.push({ ...cluster, count: 1 });
  }
  return rows;
}
