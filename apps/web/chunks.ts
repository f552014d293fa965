interface Part {
  name: string
  test?: RegExp
  tags?: ['$initial']
  entriesAware?: boolean
  entriesAwareMergeThreshold?: number
}

/** Split by the screens that use them; what is less than a kilobyte joins its nearest neighbour. */
const byUse = { entriesAware: true, entriesAwareMergeThreshold: 1_000 }

const frameParts = [
  /ui[\\/]src[\\/]((actions|display)[\\/](?!steps)|layout[\\/](page-header|card)|overlays|lazy-part|data[\\/]use-|fields[\\/](field-|text-field|bind-field|option))/,
  /apps[\\/]web[\\/]src[\\/](?!shell[\\/](palette|nav-drawer)|offline[\\/]waiting|texts)/,
  /platform[\\/]web[\\/](offline[\\/]|url-state|follow-operation|operations-menu|shared-value)/,
  /modules[\\/][\w-]+[\\/]web[\\/](offline\.ts|home[\\/])/,
]

const allOf = (tests: readonly RegExp[]) => new RegExp(tests.map(({ source }) => source).join('|'))

/**
 * The parts in which the built app travels, each with what it stands on and the parts before it do not have. Few,
 * larger parts: a hundred tiny ones compress badly and wait for each other.
 */
const parts: readonly Part[] = [
  // It changes least, so it keeps its name from one version to the next.
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  // What stands before the first screen; the page's own entry stays apart, for the build to find it.
  { name: 'start', tags: ['$initial'], test: /^(?!.*index\.html)/ },
  // Each icon is a few hundred bytes; alone they would cost more than they weigh.
  { name: 'icons', test: /lucide-react/, ...byUse, entriesAwareMergeThreshold: 3_000 },
  // What every visit needs next: the start page, the menus of the bar (and with them most of what the kit stands on),
  // the notices, the work without a network.
  { name: 'frame', test: allOf(frameParts) },
  { name: 'dialogs', test: /ui[\\/]src[\\/](overlays|layout)[\\/]/, ...byUse },
  { name: 'forms', test: /react-hook-form|platform[\\/]web[\\/]form[\\/]/ },
  { name: 'fields', test: /ui[\\/]src[\\/]fields[\\/]/, ...byUse, entriesAwareMergeThreshold: 2_000 },
  { name: 'dates', test: /ui[\\/]src[\\/]dates[\\/](?!lazy)/ },
  { name: 'virtual', test: /@tanstack[\\/](react-)?virtual/ },
  {
    name: 'grid',
    test: /ui[\\/]src[\\/]data[\\/](grid|views)|platform[\\/]web[\\/]list-page[\\/]/,
    ...byUse,
  },
  { name: 'kit', test: /node_modules|packages[\\/]|platform[\\/]/, ...byUse },
  { name: 'screens', test: /modules[\\/]/, entriesAware: true },
]

/** Rolldown's `codeSplitting.groups`: an earlier part takes a file before the later ones. */
export const partGroups = parts.map((part, index) => ({ ...part, priority: parts.length - index }))
