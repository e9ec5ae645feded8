/** Binary byte units: vSphere and RVTools count memory and disks in MiB and GiB even where they print MB and GB. */
export const BYTES_PER_MIB = 1_048_576;
export const BYTES_PER_GIB = 1_073_741_824;
export const KIB_PER_MIB = 1_024;
export const MIB_PER_GIB = 1_024;
export const GIB_PER_TIB = 1_024;
export const MIB_PER_TIB = 1_048_576;
