import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Zod carries the making of JSON schemas along with every schema; only the server makes any. */
export const withoutJsonSchema = (): Plugin => ({
  name: 'without-json-schema',
  apply: 'build',
  load(id) {
    if (!/zod[\\/]v4[\\/]core[\\/](json-schema-processors|to-json-schema)\.js$/.test(id)) return null
    const names = readFileSync(id, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)
    return [
      "const absent = () => { throw new Error('JSON schemas are made on the server') }",
      ...[...names].map(([, name]) => `export const ${name} = absent`),
    ].join('\n')
  },
})
