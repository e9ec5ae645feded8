import type { RandomStream } from "@/lib/engine/random";
import type { DamagedFile } from "./damage";
import { zipOf } from "./workbook-of";

/** Damaged and hostile text files: what a CSV export can be cut, mixed or blown up to. */

const HEADER = "VM,Powerstate,Template,CPUs,Memory,Provisioned MiB,In Use MiB,Annotation,VM ID\r\n";

function rows(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `vm-${index},poweredOn,False,2,4096,20480,"1,024","a note, ""quoted""",vm-${index}\r\n`,
  ).join("");
}

const SOUND = HEADER + rows(300);
const DEPENDENCIES =
  "Timeslot,Source server name,Source application,Source process,Destination server name,Destination IP,Destination application,Destination process,Destination port\n";
const SAMPLES = "Time,VM,Metric,Value\n";

type Text = (stream: RandomStream) => Buffer;

const at = (stream: RandomStream, length: number) => Math.floor(stream.uniform() * length);
const utf8 = (text: string) => Buffer.from(text);
const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

const TEXTS: readonly Text[] = [
  (stream) => utf8(SOUND).subarray(0, at(stream, SOUND.length)),
  // Half a character at the end, and a mark of the other byte order.
  (stream) => utf16(SOUND).subarray(0, 3 + 2 * at(stream, SOUND.length)),
  () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(SOUND, "utf16le")]),
  () => Buffer.from(SOUND, "utf16le").subarray(1),
  // Quotes that never close, that open in the middle of a field, and nothing but quotes.
  () => utf8(`${SOUND}"${"x\r\n".repeat(1_500_000)}`),
  () => utf8(SOUND.replaceAll('""quoted""', '"quoted')),
  () => utf8(`${HEADER}${'"'.repeat(4_000_001)}`),
  () => utf8(`${HEADER}${'"",'.repeat(1_500_000)}\r\n`),
  // One field, one row or one header beyond all measure.
  () => utf8(`${HEADER}${"x".repeat(40_000_000)},poweredOn\r\n`),
  () => utf8(`${HEADER}vm,poweredOn${",x".repeat(5_000_000)}\r\n`),
  () => utf8(`${HEADER.trimEnd()}${",VM".repeat(2_000_000)}\r\n${rows(2)}`),
  () => utf8(`${HEADER}${"\r\n".repeat(5_000_000)}${rows(2)}`),
  () => utf8(`${HEADER}${",,,,,,,,\r\n".repeat(2_000_000)}`),
  // Bytes that are no text, and rows of another table.
  (stream) => {
    const bytes = utf8(SOUND);
    for (let flip = 0; flip < 200; flip += 1) bytes[at(stream, bytes.length)] = at(stream, 256);
    return bytes;
  },
  (stream) => {
    const bytes = utf8(SOUND);
    bytes.fill(0, at(stream, bytes.length));
    return bytes;
  },
  () => utf8(SOUND.replaceAll("\r\n", "\r")),
  () => utf8(SOUND.replaceAll(",", ";").slice(0, 9_000) + SOUND),
  () => utf8(`${HEADER}\ud800\udfff${rows(2)}\ufffe\uffff`),
  () => utf8(`${HEADER}=cmd|' /C calc'!A0,poweredOn,False,=1+1,1e999,-1e999,NaN,@x,+y\r\n`),
  (stream) =>
    utf8(DEPENDENCIES + "2025-01-01T00:00:00Z,a,b,c,d,10.0.0.1,e,f,443\n".repeat(500)).subarray(
      0,
      200 + at(stream, 20_000),
    ),
  () => utf8(`${DEPENDENCIES}${"x,".repeat(2_000_000)}\n`),
  () => utf8(`${SAMPLES}2025-01-01,vm,cpu.usage,${"9".repeat(3_000_000)}\n`),
  (stream) => {
    const zip = zipOf({ "RVTools_tabvInfo.csv": SOUND, "RVTools_tabvCPU.csv": SOUND });
    for (let flip = 0; flip < 3; flip += 1) zip[at(stream, zip.length)] = at(stream, 256);
    return zip;
  },
  () => zipOf({ "RVTools_tabvInfo.csv": HEADER + rows(10) + "0".repeat(20_000_000) }),
];

/** The nth text, whatever its name says: it ends in an error, or is read as far as it makes sense. */
export function damagedText(stream: RandomStream): Omit<DamagedFile, "kind"> {
  const bytes = (TEXTS[at(stream, TEXTS.length)] ?? (() => utf8(SOUND)))(stream);
  const names = ["RVTools_tabvInfo.csv", "export.csv", "export.xlsx", "noextension"];
  return { name: names[at(stream, names.length)] ?? "", bytes, expect: "any" };
}
