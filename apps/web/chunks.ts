interface Part {
  name: string
  test?: RegExp
  tags?: ['$initial']
  minShareCount?: number
  entriesAware?: boolean
}

// Split by the screens that use it; what one screen alone uses stays with that screen.
const byUse = { entriesAware: true, minShareCount: 2 }

const anyOf = (...tests: readonly RegExp[]) => new RegExp(tests.map(({ source }) => source).join('|'))

/**
 * The parts in which the built app travels. An earlier part takes what it stands on along, unless a part before it has
 * that; so the order is from what all screens need to what few do. Few, larger parts: a hundred tiny ones compress
 * badly and wait for each other. A part that a screen hardly uses shows up in `npm run bench`: then a file
 * belongs to an earlier part, or a part falls in two.
 */
const parts: readonly Part[] = [
  // It changes least, so it keeps its name from one version to the next.
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  // What stands before the first screen; the page's own entry stays apart, for the build to find it.
  { name: 'start', tags: ['$initial'], test: /^(?!.*index\.html)/ },
  // What every visit needs next: the start page, the menus of the bar (and with them most of what the kit stands on),
  // the notices, the work without a network, the fields that most screens show.
  {
    name: 'frame',
    test: anyOf(
      /ui[\\/]src[\\/]((actions|display)[\\/](?!steps)|layout[\\/](page-header|card)|overlays|lazy-part|dates[\\/]lazy)/,
      /ui[\\/]src[\\/]data[\\/]use-/,
      /ui[\\/]src[\\/]fields[\\/](field-|text-field|bind-field|option|checkbox\.|select\.|use-local|use-focus|merge-refs)/,
      /apps[\\/]web[\\/]src[\\/](?!shell[\\/](palette|nav-drawer)|offline[\\/]waiting|texts)/,
      /platform[\\/]web[\\/](offline[\\/]|url-state|follow-operation|operations-menu|shared-value)/,
      /platform[\\/]contract[\\/]shown-fields/,
      /modules[\\/][\w-]+[\\/]web[\\/](offline\.ts|home[\\/])/,
    ),
  },
  // Each icon is a few hundred bytes; alone they would cost more than they weigh.
  { name: 'icons', test: /lucide-react/, minShareCount: 10 },
  // Around every list, worklists too: its search and its words.
  {
    name: 'search',
    test: anyOf(
      /[sS]earch-?[fF]ield/,
      /ui[\\/]src[\\/]data[\\/](texts|filter[\\/]filter-texts|grid[\\/](grid-bars|grid-states|row-check))/,
    ),
  },
  {
    name: 'choices',
    test: /ui[\\/]src[\\/]fields[\\/](combo-box|multi-select|tag-picker|use-options)|react-.*([\\/]combobox[\\/]|ComboBox)/,
    minShareCount: 6,
  },
  { name: 'forms', test: /react-hook-form|platform[\\/]web[\\/]form[\\/]|field-faults/, minShareCount: 6 },
  {
    name: 'numbers',
    test: /ui[\\/]src[\\/]fields[\\/](number|money)-field|react-.*(numberfield|NumberField|spinbutton)|NumberParser/,
    minShareCount: 2,
  },
  // Dragging, of files and of lines.
  {
    name: 'drag',
    test: /react-.*([\\/]dnd[\\/]|DropZone|FileTrigger)|fields[\\/](use-)?file-|ui[\\/]src[\\/]data[\\/](sortable|tree)/,
    ...byUse,
  },
  {
    name: 'tabs',
    test: /react-.*([\\/]tabs[\\/]|[\\/]Tabs)|ui[\\/]src[\\/]layout[\\/]tabs/,
    minShareCount: 2,
  },
  {
    name: 'dates',
    test: /ui[\\/]src[\\/]dates[\\/]|@internationalized[\\/]date|react-.*([\\/](datepicker|calendar)[\\/]|Calendar|Date(Field|Picker))/,
    ...byUse,
  },
  { name: 'virtual', test: /@tanstack[\\/](react-)?virtual/ },
  {
    name: 'list',
    test: /ui[\\/]src[\\/]data[\\/](grid|views|filter)|platform[\\/]web[\\/]list-page[\\/]/,
    minShareCount: 8,
  },
  // Smaller pieces of forms and pages, which stand on little.
  { name: 'kit', test: /ui[\\/]src[\\/](layout|fields)[\\/]|platform[\\/]contract[\\/]/, minShareCount: 10 },
  // What is left, by use.
  { name: 'kit', test: /node_modules|packages[\\/]|platform[\\/]/, ...byUse },
  { name: 'screens', test: /modules[\\/]/, ...byUse },
]

/** Rolldown's `codeSplitting.groups`. */
export const partGroups = parts.map((part, index) => ({ ...part, priority: parts.length - index }))
