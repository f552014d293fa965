import type { ActivityRow } from '@peyvand/activities/contract'
import { activityRows, activitySource, selectNamed, visibleActivities } from '@peyvand/activities/server'
import { localClock, toJalali } from '@peyvand/persian'
import { anyOf, type Ctx, runList } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { ExportSource } from '../export-source.ts'

type Cell = (ctx: Ctx, row: ActivityRow) => string

const text = (ctx: Ctx, key: string) => ctx.registry.translate(ctx.locale, key)
const moment =
  (read: (row: ActivityRow) => string | null): Cell =>
  (ctx, row) =>
    momentText(ctx, read(row))

/** Column → its label's text key and what it writes. */
const cells: Record<string, { label: string; cell: Cell }> = {
  kind: { label: 'activities.kind', cell: (ctx, row) => text(ctx, `activities.kind.${row.kind}`) },
  direction: {
    label: 'activities.direction',
    cell: (ctx, row) => text(ctx, `activities.direction.${row.direction}`),
  },
  subject: { label: 'activities.field.subject', cell: (_, row) => row.subject },
  party: {
    label: 'activities.field.party',
    cell: (_, row) => row.parties.map(({ name }) => name).join('، '),
  },
  status: { label: 'activities.status', cell: (ctx, row) => text(ctx, `activities.status.${row.status}`) },
  resultLabel: { label: 'activities.field.result', cell: (_, row) => row.result?.name ?? '' },
  at: { label: 'activities.field.at', cell: moment((row) => row.at) },
  dueAt: { label: 'activities.field.dueAt', cell: moment((row) => row.dueAt) },
  doneAt: { label: 'activities.field.doneAt', cell: moment((row) => row.doneAt) },
  duration: { label: 'activities.field.duration', cell: (_, row) => String(row.durationMinutes ?? '') },
  priority: {
    label: 'activities.priority',
    cell: (ctx, row) => text(ctx, `activities.priority.${row.priority}`),
  },
  ownerName: { label: 'activities.field.owner', cell: (_, row) => row.owner.name },
  teamName: { label: 'activities.field.team', cell: (_, row) => row.team?.name ?? '' },
  tags: { label: 'activities.field.tags', cell: (_, row) => row.tags.map(({ name }) => name).join('، ') },
}

/** How the list of activities is written to files: those that the caller may see, as the list shows them. */
export const activityExport: ExportSource<ActivityRow> = {
  record: 'activities',
  permission: 'activities.export',
  columns: async (ctx) => Object.entries(cells).map(([key, { label }]) => ({ key, label: text(ctx, label) })),
  defaultColumns: Object.keys(cells),
  defaultSort: 'at',
  page: async (ctx, query, ids) => {
    const visible = await visibleActivities(ctx)
    const page = await runList(ctx, {
      source: await activitySource(ctx),
      rows: selectNamed(ctx, ids ? visible.where(anyOf(sql`a.id`, ids)) : visible),
      query,
    })
    return { ...page, items: await activityRows(ctx, page.items) }
  },
  cells: async (ctx, rows, columns) =>
    rows.map((row) => columns.map((column) => cells[column]?.cell(ctx, row) ?? '')),
}

/** Day and clock of the firm's zone; Jalali with Latin digits in Persian, so that spreadsheets sort it as it stands. */
function momentText(ctx: Ctx, instant: string | null): string {
  if (!instant) return ''
  const { date, time } = localClock(instant, ctx.timeZone)
  if (ctx.locale === 'en') return `${date} ${time}`
  const { year, month, day } = toJalali(date)
  return `${[year, month, day].map((part) => String(part).padStart(2, '0')).join('/')} ${time}`
}
