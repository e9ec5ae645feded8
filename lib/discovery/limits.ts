/**
 * What one import may cost. Each bound is checked while reading, before the cost has been paid.
 * They are wide of every export that we know of: 50,000 VMs make 500 MB of XML in 14 million cells.
 */
export interface ImportLimits {
  /** Bytes of one file as uploaded. */
  fileBytes: number;
  /** Bytes of all files of one import. */
  totalBytes: number;
  /** Entries of one zip container; RVTools writes about 40. */
  entries: number;
  /** Bytes of one container after inflating, checked against the directory and again while inflating. */
  inflatedBytes: number;
  /** Inflated over compressed bytes; blank rows reach 60, deflate bombs 1,000. */
  inflateRatio: number;
  /** A part smaller than this may have any ratio. */
  inflateRatioFromBytes: number;
  /** Bytes of the shared strings of one workbook, which stay in memory while it is read. */
  sharedStringBytes: number;
  /** Bytes of the small parts that are read whole: workbook, relations, styles. */
  smallPartBytes: number;
  /** Bytes that one cell or tag may span; Excel's own limit is 32,767 characters. */
  tokenBytes: number;
  cells: number;
  vms: number;
}

const MIB = 2 ** 20;

export const DEFAULT_IMPORT_LIMITS: ImportLimits = {
  fileBytes: 512 * MIB,
  totalBytes: 2048 * MIB,
  entries: 4_096,
  inflatedBytes: 2048 * MIB,
  inflateRatio: 150,
  inflateRatioFromBytes: 32 * MIB,
  sharedStringBytes: 192 * MIB,
  smallPartBytes: 8 * MIB,
  tokenBytes: 2 * MIB,
  cells: 80_000_000,
  vms: 200_000,
};
