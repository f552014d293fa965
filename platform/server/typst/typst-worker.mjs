// Compiles documents in a thread of its own: Typst is native code that holds its thread until it is done.
// Plain JavaScript, because it is started as a file both from the sources and beside the built program.
// oxlint-disable unicorn/require-post-message-target-origin -- threads have none
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'

const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler')

// The one folder that a document may read from.
const workspace = fileURLToPath(new URL('./fonts', import.meta.url))
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [workspace] }] })

parentPort?.on('message', ({ id, template, data, pictures, format, madeAt }) => {
  try {
    compiler.resetShadow()
    for (const [name, content] of Object.entries(pictures))
      compiler.mapShadow(join(workspace, name), Buffer.from(content))
    const source = { mainFileContent: template, inputs: { data: JSON.stringify(data) } }
    const compiled = compiler.compile(source)
    if (!compiled.result) throw new Error(faultsOf(compiled))
    const bytes =
      format === 'pdf'
        ? compiler.pdf(compiled.result, { creationTimestamp: madeAt })
        : Buffer.from(compiler.plainSvg(compiled.result))
    compiler.evictCache(10)
    parentPort?.postMessage({ id, bytes })
  } catch (error) {
    parentPort?.postMessage({ id, fault: error instanceof Error ? error.message : String(error) })
  }
})

function faultsOf(compiled) {
  const fault = compiled.takeDiagnostics()
  return JSON.stringify(fault ? compiler.fetchDiagnostics(fault) : 'unknown').slice(0, 500)
}
