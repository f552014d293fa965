import { commands } from './cli/commands.ts'
import { runCommand } from './cli/run-command.ts'

process.exitCode = await runCommand(commands, process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  isInteractive: process.stderr.isTTY,
  env: process.env,
})
