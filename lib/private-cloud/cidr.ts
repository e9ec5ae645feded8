/**
 * IPv4 arithmetic for address blocks, gateways and ranges.
 * Addresses are unsigned 32-bit integers; a block is its first address and its prefix length.
 */

export type Ipv4Block = { firstAddress: number; prefixLength: number };
export type Ipv4Range = { firstAddress: number; lastAddress: number };

const OCTET = /^(0|[1-9]\d{0,2})$/;

/** The address as an unsigned 32-bit integer, or null when the text is not dotted-quad IPv4. */
export function parseIpv4(text: string): number | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let address = 0;
  for (const part of parts) {
    // A leading zero is refused: some tools read 010 as octal 8, others as 10.
    if (!OCTET.test(part)) return null;
    const octet = Number(part);
    if (octet > 255) return null;
    address = address * 256 + octet;
  }
  return address;
}

export function formatIpv4(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** How many addresses a prefix length spans: /22 is 1,024, /32 is 1. */
export function addressCount(prefixLength: number): number {
  return 2 ** (32 - prefixLength);
}

/** The address and prefix length of `a.b.c.d/n` as written, host bits kept; null when malformed. */
export function parseInterface(text: string): { address: number; prefixLength: number } | null {
  const [addressText, prefixText, ...rest] = text.split("/");
  if (addressText === undefined || prefixText === undefined || rest.length > 0) return null;
  const address = parseIpv4(addressText);
  if (address === null || !/^(0|[1-9]\d?)$/.test(prefixText)) return null;
  const prefixLength = Number(prefixText);
  return prefixLength <= 32 ? { address, prefixLength } : null;
}

/** The block that an address lies in at that prefix length: host bits cleared. */
export function blockOf(address: number, prefixLength: number): Ipv4Block {
  const size = addressCount(prefixLength);
  return { firstAddress: Math.floor(address / size) * size, prefixLength };
}

/** A block in CIDR notation, or null when malformed or when host bits are set (10.0.0.1/22). */
export function parseBlock(text: string): Ipv4Block | null {
  const parsed = parseInterface(text);
  if (parsed === null) return null;
  const block = blockOf(parsed.address, parsed.prefixLength);
  return block.firstAddress === parsed.address ? block : null;
}

export function formatBlock(block: Ipv4Block): string {
  return `${formatIpv4(block.firstAddress)}/${block.prefixLength}`;
}

export function lastAddressOf(block: Ipv4Block): number {
  return block.firstAddress + addressCount(block.prefixLength) - 1;
}

export function rangeOf(block: Ipv4Block): Ipv4Range {
  return { firstAddress: block.firstAddress, lastAddress: lastAddressOf(block) };
}

export function rangesOverlap(a: Ipv4Range, b: Ipv4Range): boolean {
  return a.firstAddress <= b.lastAddress && b.firstAddress <= a.lastAddress;
}

export function blocksOverlap(a: Ipv4Block, b: Ipv4Block): boolean {
  return rangesOverlap(rangeOf(a), rangeOf(b));
}

export function blockContains(outer: Ipv4Block, inner: Ipv4Block): boolean {
  return outer.firstAddress <= inner.firstAddress && lastAddressOf(inner) <= lastAddressOf(outer);
}

export function blockHasAddress(block: Ipv4Block, address: number): boolean {
  return block.firstAddress <= address && address <= lastAddressOf(block);
}

/** An inclusive range written `10.0.0.10-10.0.0.20`; one address alone is a range of one. */
export function parseRange(text: string): Ipv4Range | null {
  const [firstText, lastText, ...rest] = text.split("-").map((part) => part.trim());
  if (firstText === undefined || rest.length > 0) return null;
  const firstAddress = parseIpv4(firstText);
  const lastAddress = lastText === undefined ? firstAddress : parseIpv4(lastText);
  if (firstAddress === null || lastAddress === null || lastAddress < firstAddress) return null;
  return { firstAddress, lastAddress };
}

export function rangeSize(range: Ipv4Range): number {
  return range.lastAddress - range.firstAddress + 1;
}

function knownBlock(text: string): Ipv4Block {
  const block = parseBlock(text);
  if (block === null) throw new Error(`not an IPv4 block: ${text}`);
  return block;
}

/** Private address space of RFC 1918. */
export const RFC1918_BLOCKS: readonly Ipv4Block[] = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
].map(knownBlock);

/**
 * Blocks that a private cloud cannot use, with who holds each.
 * Sources: Azure VMware Solution network planning checklist (2023-05-01) for Docker's 172.17.0.0/16
 * and the NSX transit ranges; Azure VMware Solution Gen 2 design considerations (2026-05-11) for 100.73.0.0/16.
 */
export const RESERVED_BLOCKS: readonly { block: Ipv4Block; use: string }[] = [
  { block: knownBlock("172.17.0.0/16"), use: "privateCloudManagement" },
  { block: knownBlock("169.254.0.0/24"), use: "nsxInternalTransit" },
  { block: knownBlock("169.254.2.0/23"), use: "nsxInterVrfTransit" },
  { block: knownBlock("100.64.0.0/16"), use: "nsxTier0Tier1Transit" },
  { block: knownBlock("100.73.0.0/16"), use: "microsoftManagement" },
];

export function isPrivateBlock(block: Ipv4Block): boolean {
  return RFC1918_BLOCKS.some((outer) => blockContains(outer, block));
}
