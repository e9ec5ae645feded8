/**
 * Replication of a disk that its guest keeps writing to: a full sync, then rounds that each send what was
 * dirtied during the one before. With volume V, rate B and dirty rate D, round k lasts (V/B) (D/B)^k, so the
 * rounds end at V/(B - D) when D < B and never when D >= B. An ideal without overlap of dirtied blocks or a
 * recovery point objective; the simulation has those, and agrees with this where they are absent.
 */

/** What to replicate, and how fast it goes and changes. */
export interface ChurningVolume {
  volumeBytes: number;
  rateBytesPerSecond: number;
  dirtyBytesPerSecond: number;
}

/** Whether the rounds ever end, and when the last byte is sent if the guest keeps writing until then. */
export type ReplicationLimit =
  | { converges: true; limitSeconds: number }
  | { converges: false; reason: "dirty-rate-reaches-transfer-rate" };

/** Time in which the full sync (round 0) is done. */
export function fullSyncSeconds({ volumeBytes, rateBytesPerSecond }: ChurningVolume): number {
  return volumeBytes / rateBytesPerSecond;
}

/** Time from the start to the end of round `round` (0 is the full sync); a partial geometric sum. */
export function roundEndSeconds(volume: ChurningVolume, round: number): number {
  const first = fullSyncSeconds(volume);
  const ratio = volume.dirtyBytesPerSecond / volume.rateBytesPerSecond;
  if (ratio === 1) return first * (round + 1);
  return (first * (1 - ratio ** (round + 1))) / (1 - ratio);
}

/** Bytes that wait at the end of round `round`: what the guest dirtied while that round ran. */
export function backlogBytes(volume: ChurningVolume, round: number): number {
  const ratio = volume.dirtyBytesPerSecond / volume.rateBytesPerSecond;
  return volume.volumeBytes * ratio ** (round + 1);
}

/** The limit V/(B - D), or that there is none. */
export function replicationLimit(volume: ChurningVolume): ReplicationLimit {
  const { volumeBytes, rateBytesPerSecond, dirtyBytesPerSecond } = volume;
  if (dirtyBytesPerSecond >= rateBytesPerSecond) {
    return { converges: false, reason: "dirty-rate-reaches-transfer-rate" };
  }
  return {
    converges: true,
    limitSeconds: volumeBytes / (rateBytesPerSecond - dirtyBytesPerSecond),
  };
}

/**
 * Rounds after the full sync until at most `backlogLimitBytes` wait; null when that never happens.
 */
export function roundsUntilBacklog(
  volume: ChurningVolume,
  backlogLimitBytes: number,
): number | null {
  const ratio = volume.dirtyBytesPerSecond / volume.rateBytesPerSecond;
  if (backlogBytes(volume, 0) <= backlogLimitBytes) return 0;
  if (ratio >= 1 || backlogLimitBytes <= 0) return null;
  const rounds = Math.log(backlogLimitBytes / volume.volumeBytes) / Math.log(ratio) - 1;
  // Rounding may leave the quotient a hair over a whole number.
  return Math.ceil(rounds - 1e-9);
}
