import type { Dependency, DependencyPeriod } from "@/lib/dependency/schema";
import { ImportError } from "../schema";

/**
 * Different connections of one import. A server talks to a few dozen others on as many ports; 1,000,000 are
 * 35,000 servers (Azure Migrate's limit of a project) with 28 each, and about 500 MB while they are counted.
 */
export const CONNECTIONS_MAX = 1_000_000;
/** Four slots a day for ten years, or a file whose times are no slots. */
const SLOTS_MAX = 14_600;
const HOUR_MS = 3_600_000;

/** What one row says besides its time. Empty text stands for what it does not say. */
export interface ConnectionRow {
  sourceName: string;
  sourceApplication: string;
  sourceProcess: string;
  destinationName: string;
  destinationIp: string;
  destinationApplication: string;
  destinationProcess: string;
  port: number | null;
}

interface Edge extends ConnectionRow {
  firstSlot: number;
  lastSlot: number;
}

/**
 * Folds rows into connections while they stream by: memory grows with connections, not with rows. Each connection
 * keeps one bit for every slot that it was seen in, so that rows may come in any order and repeat.
 */
export class DependencyAggregate {
  private readonly edges: Edge[] = [];
  private readonly placeByKey = new Map<string, number>();
  private readonly texts = new Map<string, string>();
  private readonly slotByMs = new Map<number, number>();
  private readonly slotMs: number[] = [];
  /** Bits of the slots, `wordsPerEdge` words for each connection. */
  private bits = new Uint32Array(4_096);
  private wordsPerEdge = 1;

  /** Counts a row that was seen in the slot that begins at `timeMs`. @throws ImportError tooManyConnections */
  add(row: ConnectionRow, timeMs: number): void {
    const slot = this.slotOf(timeMs);
    const end = row.destinationName === "" ? row.destinationIp : row.destinationName;
    const key = `${row.sourceName}\n${end}\n${row.port}\n${row.sourceProcess}\n${row.destinationProcess}`;
    const place = this.placeByKey.get(key) ?? this.newEdge(key, row, slot);
    const edge = this.edges[place];
    if (edge === undefined) return;
    if (timeMs < (this.slotMs[edge.firstSlot] ?? 0)) edge.firstSlot = slot;
    if (timeMs > (this.slotMs[edge.lastSlot] ?? 0)) edge.lastSlot = slot;
    const word = place * this.wordsPerEdge + (slot >>> 5);
    this.bits[word] = (this.bits[word] ?? 0) | (1 << (slot & 31));
  }

  get connectionCount(): number {
    return this.edges.length;
  }

  /** Connections in the order in which they first came. */
  *dependencies(): Generator<Dependency> {
    for (const [place, edge] of this.edges.entries()) {
      yield {
        sourceName: edge.sourceName,
        sourceApplication: edge.sourceApplication || null,
        sourceProcess: edge.sourceProcess || null,
        destinationName: edge.destinationName || null,
        destinationIp: edge.destinationIp || null,
        destinationApplication: edge.destinationApplication || null,
        destinationProcess: edge.destinationProcess || null,
        port: edge.port,
        slotCount: this.slotCountOf(place),
        firstSeenAt: this.isoOf(edge.firstSlot),
        lastSeenAt: this.isoOf(edge.lastSlot),
      };
    }
  }

  period(): DependencyPeriod {
    const times = [...this.slotMs].sort((a, b) => a - b);
    const first = times[0];
    const last = times.at(-1);
    let shortestMs = Number.POSITIVE_INFINITY;
    for (let index = 1; index < times.length; index += 1) {
      shortestMs = Math.min(shortestMs, (times[index] ?? 0) - (times[index - 1] ?? 0));
    }
    return {
      slotCount: times.length,
      slotHours: Number.isFinite(shortestMs) ? shortestMs / HOUR_MS : null,
      startAt: first === undefined ? null : isoOfMs(first),
      endAt: last === undefined ? null : isoOfMs(last),
    };
  }

  private slotOf(timeMs: number): number {
    const known = this.slotByMs.get(timeMs);
    if (known !== undefined) return known;
    const slot = this.slotMs.length;
    if (slot >= SLOTS_MAX) throw new ImportError("tooManyConnections", { slots: SLOTS_MAX });
    this.slotMs.push(timeMs);
    this.slotByMs.set(timeMs, slot);
    if (slot >>> 5 >= this.wordsPerEdge) this.widen();
    return slot;
  }

  private newEdge(key: string, row: ConnectionRow, slot: number): number {
    const place = this.edges.length;
    if (place >= CONNECTIONS_MAX) {
      throw new ImportError("tooManyConnections", { connections: CONNECTIONS_MAX });
    }
    this.placeByKey.set(key, place);
    this.edges.push({
      sourceName: this.kept(row.sourceName),
      sourceApplication: this.kept(row.sourceApplication),
      sourceProcess: this.kept(row.sourceProcess),
      destinationName: this.kept(row.destinationName),
      destinationIp: this.kept(row.destinationIp),
      destinationApplication: this.kept(row.destinationApplication),
      destinationProcess: this.kept(row.destinationProcess),
      port: row.port,
      firstSlot: slot,
      lastSlot: slot,
    });
    if ((place + 1) * this.wordsPerEdge > this.bits.length) {
      const grown = new Uint32Array(this.bits.length * 2);
      grown.set(this.bits);
      this.bits = grown;
    }
    return place;
  }

  /** One copy of each text: names repeat in thousands of connections. */
  private kept(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    this.texts.set(text, text);
    return text;
  }

  private widen(): void {
    const words = this.wordsPerEdge * 2;
    const grown = new Uint32Array(Math.max(4_096, this.bits.length * 2));
    for (let place = 0; place < this.edges.length; place += 1) {
      const from = place * this.wordsPerEdge;
      grown.set(this.bits.subarray(from, from + this.wordsPerEdge), place * words);
    }
    this.bits = grown;
    this.wordsPerEdge = words;
  }

  private slotCountOf(place: number): number {
    let count = 0;
    const from = place * this.wordsPerEdge;
    for (let word = from; word < from + this.wordsPerEdge; word += 1) {
      let bits = this.bits[word] ?? 0;
      while (bits !== 0) {
        bits &= bits - 1;
        count += 1;
      }
    }
    return count;
  }

  private isoOf(slot: number): string {
    return isoOfMs(this.slotMs[slot] ?? 0);
  }
}

function isoOfMs(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}
