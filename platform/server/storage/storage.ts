import type { Readable } from 'node:stream'

/** Where uploaded files live: a folder or an S3-compatible service. Keys are made by the program, never by users. */
export interface FileStorage {
  /** Writes the whole stream or nothing. */
  put(key: string, content: Readable, options: { size?: number; type: string }): Promise<void>
  /** @throws Error when there is no such file. */
  get(key: string): Promise<Readable>
  delete(key: string): Promise<void>
  /** Whether it can be written and read now; for `doctor` and readiness. */
  check(): Promise<void>
}
