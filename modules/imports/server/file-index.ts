import type { Candidate } from './import-target.ts'
import type { KeyIndex } from './same-record.ts'

const chunkBytes = 1024 * 1024
const none: readonly Candidate[] = []

/**
 * An index for the records of a whole file. Half a million of them as objects would take hundreds of megabytes, so
 * they lie as text in buffers, found by hashes of their keys; what is found is read and its keys are compared.
 */
export function fileIndex(): KeyIndex {
  const texts = textStore()
  const entries = hashEntries()
  const read = (place: number) => JSON.parse(texts.read(place)) as Candidate
  return {
    add: (candidate) => {
      const place = texts.add(JSON.stringify(candidate))
      for (const key of candidate.keys) entries.add(hashOf(key), place)
    },
    having: (key) => {
      const places = entries.find(hashOf(key))
      return places.length === 0 ? none : places.map(read).filter(({ keys }) => keys.includes(key))
    },
  }
}

/** FNV-1a over the UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Texts one after another, each by its number. */
function textStore() {
  const chunks: Buffer[] = []
  let used = chunkBytes
  let starts = new Float64Array(1024)
  let count = 0
  return {
    add: (text: string): number => {
      const size = Buffer.byteLength(text)
      if (used + size + 4 > (chunks.at(-1)?.length ?? 0)) {
        chunks.push(Buffer.allocUnsafeSlow(Math.max(chunkBytes, size + 4)))
        used = 0
      }
      const chunk = chunks.at(-1) as Buffer
      if (count === starts.length) starts = grown(starts, Float64Array)
      starts[count] = (chunks.length - 1) * 2 ** 32 + used
      chunk.writeUInt32LE(size, used)
      chunk.write(text, used + 4)
      used += size + 4
      count += 1
      return count - 1
    },
    read: (place: number): string => {
      const start = starts[place] ?? 0
      const chunk = chunks[Math.floor(start / 2 ** 32)] as Buffer
      const at = start % 2 ** 32
      return chunk.toString('utf8', at + 4, at + 4 + chunk.readUInt32LE(at))
    },
  }
}

/** Numbers by 32-bit hash: chains in typed arrays, whose heads double with the entries. */
function hashEntries() {
  let heads = new Int32Array(4096)
  let hashes = new Uint32Array(2048)
  let values = new Int32Array(2048)
  let nexts = new Int32Array(2048)
  let count = 0
  const link = (entry: number) => {
    const slot = (hashes[entry] as number) % heads.length
    nexts[entry] = heads[slot] as number
    heads[slot] = entry + 1
  }
  return {
    add: (hash: number, value: number): void => {
      if (count === hashes.length) {
        hashes = grown(hashes, Uint32Array)
        values = grown(values, Int32Array)
        nexts = grown(nexts, Int32Array)
        heads = new Int32Array(hashes.length * 2)
        for (let entry = 0; entry < count; entry += 1) link(entry)
      }
      hashes[count] = hash
      values[count] = value
      link(count)
      count += 1
    },
    find: (hash: number): number[] => {
      const found: number[] = []
      for (let entry = heads[hash % heads.length] as number; entry > 0; entry = nexts[entry - 1] as number)
        if (hashes[entry - 1] === hash) found.push(values[entry - 1] as number)
      return found.reverse()
    },
  }
}

interface Numbers {
  readonly length: number
  set(from: this, offset?: number): void
}

function grown<T extends Numbers>(array: T, type: new (length: number) => T): T {
  const twice = new type(array.length * 2)
  twice.set(array)
  return twice
}
