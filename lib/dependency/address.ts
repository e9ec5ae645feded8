import { parseIpv4 } from "@/lib/private-cloud/cidr";

/** Blocks that are never routed on the Internet: RFC 1918, RFC 6598, RFC 3927, RFC 1122. First address and length. */
const PRIVATE_IPV4 = [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
  ["127.0.0.0", 8],
] as const;

/** RFC 4193 unique local, RFC 4291 link-local and loopback. */
const PRIVATE_IPV6 = /^(?:f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|::1$)/i;

/** True for an address inside the organisation, false for one of the Internet, null when it is no address. */
export function isPrivateAddress(address: string): boolean | null {
  const value = parseIpv4(address);
  if (value !== null) {
    return PRIVATE_IPV4.some(([first, prefixLength]) => {
      const size = 2 ** (32 - prefixLength);
      return Math.floor(value / size) * size === parseIpv4(first);
    });
  }
  return address.includes(":") ? PRIVATE_IPV6.test(address) : null;
}

/** The machine itself: a connection that never leaves it. */
export function isLoopback(address: string): boolean {
  return /^(?:127\.|::1$)/.test(address);
}
