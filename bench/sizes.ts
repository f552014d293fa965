import { parseArgs } from 'node:util'

/** How many rows are made. `activities` includes those of the longest file. */
export interface Sizes {
  parties: number
  activities: number
  /** Rows in the timeline of one party. */
  timeline: number
  /** Open referrals of the whole firm. */
  referrals: number
  deals: number
  importRows: number
}

export interface BenchOptions {
  sizes: Sizes
  json: boolean
  /** Use what `npm run build` left, however old; without it the program runs from its sources. */
  build: boolean
  /** Folder to make the data in, kept for the next run; null for one that is removed. */
  keep: string | null
  /** Times each screen is asked for, over all its variants. */
  rounds: number
  only: string | null
}

const everyday: Sizes = {
  parties: 50_000,
  activities: 20_000,
  timeline: 5000,
  referrals: 50_000,
  deals: 20_000,
  importRows: 2000,
}

/** The sizes that the budgets are promised for. */
const full: Sizes = {
  parties: 1_000_000,
  activities: 250_000,
  timeline: 50_000,
  referrals: 1_000_000,
  deals: 100_000,
  importRows: 100_000,
}

export const usage = `npm run bench -- [options]
  --full            1,000,000 parties and referrals, 50,000 timeline rows, 100,000 deals and import rows
  --parties N  --activities N  --timeline N  --referrals N  --deals N  --import-rows N
  --rounds N        requests per row of the table (default 100)
  --only TEXT       only the parts whose name contains it: reads, deals, duplicates, write, issue, import, start, web
  --keep FOLDER     make the data there and leave it; a folder with data is used as it is
  --no-build        do not build first
  --json            the result as JSON on standard output
docs/how-to/measure.md explains the rows.`

/** @throws TypeError on unknown options, RangeError on numbers that are none. */
export function readOptions(args: readonly string[]): BenchOptions | 'help' {
  const number = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      full: { type: 'boolean' },
      parties: number,
      activities: number,
      timeline: number,
      referrals: number,
      deals: number,
      'import-rows': number,
      rounds: number,
      only: { type: 'string' },
      keep: { type: 'string' },
      build: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return 'help'
  const ready = values.full ? full : everyday
  const sizes: Sizes = {
    parties: count('parties', values.parties, ready.parties),
    activities: count('activities', values.activities, ready.activities),
    timeline: count('timeline', values.timeline, ready.timeline),
    referrals: count('referrals', values.referrals, ready.referrals),
    deals: count('deals', values.deals, ready.deals),
    importRows: count('import-rows', values['import-rows'], ready.importRows),
  }
  return {
    sizes: { ...sizes, activities: Math.max(sizes.activities, sizes.timeline) },
    json: values.json ?? false,
    build: values.build ?? true,
    keep: values.keep ?? null,
    rounds: count('rounds', values.rounds, 100),
    only: values.only ?? null,
  }
}

function count(name: string, text: string | undefined, ready: number): number {
  if (text === undefined) return ready
  const value = Number(text)
  if (Number.isSafeInteger(value) && value > 0) return value
  throw new RangeError(`--${name} needs a whole number above 0, not ${JSON.stringify(text)}`)
}
