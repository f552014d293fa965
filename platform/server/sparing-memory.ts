import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * How much the heap may grow over what lives before it is collected again. By itself V8 lets it grow several fold,
 * so that a job that makes much garbage takes half a gigabyte from a program that needs a fifth of it.
 */
const growthPercent = 40
let atWork = 0

/** Runs long work over much data with the heap kept small; it takes a little more processor time. */
export async function sparingMemory<T>(run: () => Promise<T>): Promise<T> {
  atWork += 1
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`)
  if (atWork === 1) collect()
  try {
    return await run()
  } finally {
    atWork -= 1
    if (atWork === 0) setFlagsFromString('--heap-growing-percent=0')
  }
}

/** The limit of the heap's growth is set anew by a collection only; the last one may have been long ago. */
function collect(): void {
  setFlagsFromString('--expose-gc')
  const gc: unknown = runInNewContext('gc')
  if (typeof gc === 'function') gc()
}
