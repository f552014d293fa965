import { fileURLToPath } from 'node:url'
import { readSettings } from '@peyvand/platform/settings'
import { reportStartupError } from './report-startup-error.ts'
import { startProgram } from './start-program.ts'

const webFolder = fileURLToPath(new URL('../web', import.meta.url))

try {
  const settings = readSettings(process.env, process.argv.slice(2))
  const program = await startProgram({ settings, webFolder })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    program.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        reportStartupError(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (error) {
  reportStartupError(error)
  process.exit(1)
}
