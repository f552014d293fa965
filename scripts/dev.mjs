// `npm run dev`: the program with reload by tsx, the staff app by Vite on its own port.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { checkNode, ensureDependencies, root } from './ensure.mjs'

checkNode()
ensureDependencies({ dev: true })

const bin = (name) => join(root, 'node_modules/.bin', name)
const children = [
  spawn(bin('tsx'), ['watch', '--clear-screen=false', 'apps/server/main.ts'], {
    cwd: root,
    stdio: 'inherit',
  }),
  spawn(bin('vite'), ['apps/web'], { cwd: root, stdio: 'inherit' }),
]
for (const child of children) {
  child.on('exit', (code) => {
    for (const other of children) other.kill('SIGINT')
    process.exitCode ??= code ?? 0
  })
}
process.on('SIGINT', () => {
  for (const child of children) child.kill('SIGINT')
})
