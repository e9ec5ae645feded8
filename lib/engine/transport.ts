/**
 * How fast one TCP-like transfer can go by itself, whatever the link offers.
 * All limits are in bytes/s of payload; `Infinity` means that this limit does not bind.
 */

/**
 * Window limit: one window a round trip, W / (2 x latency).
 * @param windowBytes send window
 * @param latencySeconds one way; 0 means no limit
 */
export function windowLimitBytesPerSecond(windowBytes: number, latencySeconds: number): number {
  return latencySeconds <= 0 ? Number.POSITIVE_INFINITY : windowBytes / (2 * latencySeconds);
}

/**
 * Time of one transfer alone on a link: one latency until the first byte is there, then all of it at the
 * lower of the link's rate and the window limit.
 */
export function loneTransferSeconds(
  sizeBytes: number,
  linkBytesPerSecond: number,
  windowBytes: number,
  latencySeconds: number,
): number {
  const window = windowLimitBytesPerSecond(windowBytes, latencySeconds);
  return latencySeconds + sizeBytes / Math.min(linkBytesPerSecond, window);
}

// sqrt(3/2): periodic loss and an acknowledgement for every segment (Mathis et al., table 1).
const MATHIS_CONSTANT = Math.sqrt(1.5);

/**
 * Loss limit of congestion avoidance: (MSS / RTT) x C / sqrt(p) (Mathis, Semke, Mahdavi and Ott,
 * "The Macroscopic Behavior of the TCP Congestion Avoidance Algorithm", ACM CCR 27(3), 1997).
 * @param segmentBytes maximum segment size
 * @param latencySeconds one way; the round trip is twice it
 * @param lossRatio share of packets lost, 0..1; 0 means no limit
 */
export function lossLimitBytesPerSecond(
  segmentBytes: number,
  latencySeconds: number,
  lossRatio: number,
): number {
  if (lossRatio <= 0 || latencySeconds <= 0) return Number.POSITIVE_INFINITY;
  return (segmentBytes / (2 * latencySeconds)) * (MATHIS_CONSTANT / Math.sqrt(lossRatio));
}

/** What one connection's path and settings are. */
export interface TransportPath {
  windowBytes: number;
  segmentBytes: number;
  /** One way. */
  latencySeconds: number;
  /** 0..1 */
  lossRatio: number;
  /** Parallel connections that one transfer is spread over; each has its own window. */
  connections: number;
}

/** The cap of a transfer: its connections times the lower of their window and loss limits. */
export function transportCapBytesPerSecond(path: TransportPath): number {
  const perConnection = Math.min(
    windowLimitBytesPerSecond(path.windowBytes, path.latencySeconds),
    lossLimitBytesPerSecond(path.segmentBytes, path.latencySeconds, path.lossRatio),
  );
  return path.connections * perConnection;
}
