// The boundaries of the code. Each module may import just the modules that its package.json names, each through its doors.
const { readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const modules = readdirSync(join(__dirname, 'modules'))
const declared = new Map(
  modules.map((name) => {
    const { dependencies = {} } = JSON.parse(
      readFileSync(join(__dirname, 'modules', name, 'package.json'), 'utf8'),
    )
    return [name, Object.keys(dependencies).map((dependency) => dependency.replace('@peyvand/', ''))]
  }),
)
refuseCycles()

const test = '\\.(test|browser\\.test)\\.tsx?$'

module.exports = {
  forbidden: [
    {
      name: 'no-circles-between-files',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'What the platform needs from a module is given to it: a manifest, a hook, the directory.',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(modules|apps)/' },
    },
    {
      name: 'packages-know-nobody',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^(platform|modules|apps)/' },
    },
    {
      name: 'persian-is-pure',
      severity: 'error',
      from: { path: '^packages/persian/' },
      to: { path: '^packages/ui/' },
    },
    {
      name: 'modules-know-no-app',
      severity: 'error',
      from: { path: '^modules/' },
      to: { path: '^apps/' },
    },
    {
      name: 'contract-is-pure',
      comment: 'A contract runs anywhere: only contracts, Zod and packages/persian.',
      severity: 'error',
      from: { path: '^(platform|modules/[^/]+)/contract/' },
      to: { pathNot: ['/contract/', '^packages/persian/', 'node_modules/zod/'] },
    },
    {
      name: 'web-knows-no-server',
      severity: 'error',
      from: { path: '^(platform|modules/[^/]+|apps)/web/|^packages/ui/' },
      to: { path: ['/server/', '^node:', 'node_modules/(kysely|pg|fastify)/'] },
    },
    {
      name: 'server-knows-no-web',
      severity: 'error',
      from: { path: '^(platform|modules/[^/]+)/server/|^apps/server/' },
      to: { path: ['/web/', '^packages/ui/', 'node_modules/(react|react-dom)/'] },
    },
    {
      name: 'only-the-platform-holds-connections',
      comment: 'Use cases get ctx.db, which is always a transaction of one firm.',
      severity: 'error',
      from: { path: '^modules/', pathNot: test },
      to: { path: 'node_modules/pg/' },
    },
    ...modules.flatMap(moduleRules),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '(^|/)node_modules/@types/'] },
    tsPreCompilationDeps: true,
    parser: 'tsc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}

function moduleRules(name) {
  const allowed = declared.get(name).filter((dependency) => modules.includes(dependency))
  const others = modules.filter((other) => other !== name && !allowed.includes(other))
  return [
    {
      name: `${name}-imports-only-declared-modules`,
      comment: `Name the module in modules/${name}/package.json, or use an event or a hook.`,
      severity: 'error',
      from: { path: `^modules/${name}/` },
      to: { path: `^modules/(${others.join('|') || 'none'})/` },
    },
    {
      name: `${name}-is-entered-by-its-doors`,
      comment: `Import @peyvand/${name}/{contract,server,web}.`,
      severity: 'error',
      from: { pathNot: [`^modules/${name}/`, '^apps/', '^test/'] },
      to: {
        path: `^modules/${name}/`,
        // Tests of other modules make their users and records by the testing door.
        pathNot: `^modules/${name}/((contract|server|web)/(index|fa|en)\\.tsx?|server/testing[\\w-]*\\.ts)$`,
      },
    },
  ]
}

function refuseCycles() {
  const visit = (name, path) => {
    if (path.includes(name)) throw new Error(`modules depend in a circle: ${[...path, name].join(' -> ')}`)
    for (const next of declared.get(name) ?? []) if (declared.has(next)) visit(next, [...path, name])
  }
  for (const name of declared.keys()) visit(name, [])
}
