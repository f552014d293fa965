import { formatDateTime, localizeDigits } from '@peyvand/persian'
import { askHook, type Ctx, defineHook } from '@peyvand/platform/server'
import { type Party, TimelineQuery } from '../../contract/index.ts'
import { rollUpIds } from '../links.ts'
import { readTimeline } from '../timeline-reader.ts'
import type { PrintedSection } from './paper-facts.ts'

/** Types of timeline rows that are activities, with the key of each one's name; modules that write such rows answer. */
export const timelineActivities = defineHook<void, Record<string, string>>('parties.timelineActivities')

export interface ActivityRows {
  /** How many, newest first. */
  activities: number
  from?: string | undefined
  to?: string | undefined
}

const pageSize = 100

/** The newest activities of a party's file as a table. */
export async function activitySection(
  ctx: Ctx,
  party: Party,
  { activities, from, to }: ActivityRows,
): Promise<PrintedSection[]> {
  const t = (key: string, params?: Record<string, unknown>) => ctx.registry.translate(ctx.locale, key, params)
  const names = Object.assign({}, ...(await askHook(ctx, timelineActivities, undefined))) as Record<
    string,
    string
  >
  const query = TimelineQuery.parse({ types: Object.keys(names).join(','), limit: pageSize, from, to })
  const ids = await rollUpIds(ctx, party)
  const items: Awaited<ReturnType<typeof readTimeline>>['items'] = []
  let cursor: string | undefined
  do {
    const page = await readTimeline(ctx, ids, { ...query, cursor })
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor && items.length < activities)
  if (items.length === 0) return []
  const printed = items.slice(0, activities)
  return [
    {
      kind: 'table',
      title: t('parties.paper.activities'),
      columns: [
        { title: t('parties.paper.when'), width: 30 },
        { title: t('parties.field.kind'), width: 22 },
        { title: t('parties.paper.subject'), width: 0 },
        { title: t('parties.paper.who'), width: 30 },
      ],
      rows: printed.map(({ occurredAt, type, summary, actor, rolledUp, party: of }) => [
        formatDateTime(occurredAt, { locale: ctx.locale, timeZone: ctx.timeZone }),
        t(names[type] ?? ''),
        localizeDigits(
          [textOf(summary['subject']), textOf(summary['excerpt']), rolledUp ? of.name : '']
            .filter(Boolean)
            .join('\n'),
          ctx.locale,
        ),
        actor.name,
      ]),
      note: cursor || items.length > activities ? t('parties.paper.newest', { count: printed.length }) : '',
    },
  ]
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
