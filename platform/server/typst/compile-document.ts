import { Worker } from 'node:worker_threads'
import { AppError } from '../errors.ts'

export interface TypstDocument {
  /** Typst source of ours; it reads `json(bytes(sys.inputs.data))` and never contains what users wrote. */
  template: string
  data: unknown
  /** Images by the name that the template finds them under: `logo` is `image("/logo")`. */
  pictures: Readonly<Record<string, Uint8Array>>
  format: 'pdf' | 'svg'
  /** Stands in the PDF as its time, so that the same document gives the same bytes. */
  madeAt: Date
}

const longestMs = 20_000
const idleMs = 60_000
const mostWaiting = 50

interface Waiting {
  resolve(bytes: Buffer): void
  reject(error: unknown): void
  timer: NodeJS.Timeout
}
interface Answer {
  id: number
  bytes?: Uint8Array
  fault?: string
}

let worker: Worker | null = null
let idle: NodeJS.Timeout | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

/**
 * Sets a document in a thread of its own, with Vazirmatn: PDF, or one SVG of all pages. The thread is started when
 * needed and stopped when idle, since it takes some 100 MB. One that takes longer than 20 s is stopped.
 * @throws AppError typst.failed (422) where the document cannot be set, unavailable (503) when too many wait
 */
export function compileDocument({ madeAt, ...document }: TypstDocument): Promise<Buffer> {
  if (waiting.size >= mostWaiting) return Promise.reject(new AppError('unavailable', { status: 503 }))
  clearTimeout(idle)
  worker ??= startThread()
  const thread = worker
  const id = ++lastId
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => stopThread(thread, failed('it took too long')), longestMs)
    waiting.set(id, { resolve, reject, timer })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    thread.postMessage({ id, ...document, madeAt: Math.floor(madeAt.getTime() / 1000) })
  })
}

const failed = (reason: string) => new AppError('typst.failed', { status: 422, params: { reason } })

function startThread(): Worker {
  const thread = new Worker(new URL('./typst-worker.mjs', import.meta.url), { execArgv: [] })
  thread.unref()
  thread.on('message', ({ id, bytes, fault }: Answer) => {
    const asked = waiting.get(id)
    if (!asked) return
    clearTimeout(asked.timer)
    waiting.delete(id)
    if (bytes) asked.resolve(Buffer.from(bytes))
    else asked.reject(failed(fault ?? ''))
    if (waiting.size === 0) idle = setTimeout(() => stopThread(thread), idleMs).unref()
  })
  thread.on('error', (error) => stopThread(thread, error))
  return thread
}

/** Ends the thread; whoever still waits for it gets the error. The next document starts a new one. */
function stopThread(thread: Worker, error: unknown = failed('the thread was stopped')): void {
  if (worker !== thread) return
  worker = null
  void thread.terminate()
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer)
    reject(error)
  }
  waiting.clear()
}
