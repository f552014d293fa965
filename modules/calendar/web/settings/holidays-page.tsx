import { formatDate, toJalali } from '@peyvand/persian'
import {
  callApi,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  useProblemText,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import {
  Button,
  Card,
  confirm,
  FileButton,
  IconButton,
  PageHeader,
  Tag,
  toast,
  useFormat,
  useUi,
} from '@peyvand/ui'
import { ChevronLeft, ChevronRight, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import {
  type Holiday,
  importHolidaysRoute,
  listHolidaysRoute,
  removeHolidayRoute,
  resetHolidaysRoute,
} from '../../contract/index.ts'
import { useToday } from '../use-today.ts'
import { HolidayDialog } from './holiday-dialog.tsx'
import { LunarMonths } from './lunar-months.tsx'

/** The days off of a Jalali year, as the firm has them. */
export function HolidaysPage() {
  const t = useT()
  const format = useFormat()
  usePageTitle(t('calendar.holidays'))
  const [year, setYear] = useState(toJalali(useToday()).year)
  const [editing, setEditing] = useState<Holiday | 'new' | null>(null)
  const { data, error, refetch } = useRoute(listHolidaysRoute, { params: { year: String(year) } })
  const act = useAct()
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  const params = { year: String(year) }
  const reset = async () => {
    const isSure = await confirm({
      title: t('calendar.resetHolidays'),
      body: t('calendar.resetHolidaysHint', { year: format.digits(year) }),
      confirmLabel: t('calendar.resetHolidays'),
    })
    if (isSure) await act(() => callApi(resetHolidaysRoute, { params }))
  }
  const importFile = async (file: File) =>
    act(async () => {
      const items: unknown = JSON.parse(await file.text().then((text) => text.trim() || '[]'))
      return callApi(importHolidaysRoute, {
        params,
        body: { items: (Array.isArray(items) ? items : []) as never },
      })
    })
  return (
    <div className="flex max-w-200 flex-col gap-3">
      <PageHeader
        title={
          <span className="flex items-center gap-1">
            {t('calendar.holidaysOf', { year: format.digits(year) })}
            <IconButton
              label={t('calendar.previousYear')}
              icon={<ChevronLeft className="rtl:-scale-x-100" />}
              onPress={() => setYear(year - 1)}
            />
            <IconButton
              label={t('calendar.nextYear')}
              icon={<ChevronRight className="rtl:-scale-x-100" />}
              onPress={() => setYear(year + 1)}
            />
          </span>
        }
        subtitle={data && t(`calendar.source.${data.source}`)}
        actions={
          <>
            {data && data.source !== 'builtIn' && (
              <Button onPress={() => void reset()}>{t('calendar.resetHolidays')}</Button>
            )}
            <FileButton
              accept={['application/json', '.json']}
              onFiles={([file]) => file && void importFile(file)}
            >
              {t('calendar.importHolidays')}
            </FileButton>
            <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setEditing('new')}>
              {t('calendar.addClosure')}
            </Button>
          </>
        }
      />
      {data ? (
        <>
          <LunarMonths year={data} act={act} />
          <Card isFlush>
            <ul className="divide-y divide-line">
              {data.items.map((holiday) => (
                <HolidayRow
                  key={holiday.key}
                  holiday={holiday}
                  onEdit={() => setEditing(holiday)}
                  onRemove={() =>
                    void act(() => callApi(removeHolidayRoute, { params: { ...params, key: holiday.key } }))
                  }
                />
              ))}
            </ul>
          </Card>
        </>
      ) : (
        <PageSkeleton />
      )}
      {editing && (
        <HolidayDialog
          year={year}
          holiday={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

interface RowProps {
  holiday: Holiday
  onEdit: () => void
  onRemove: () => void
}

const HolidayRow = ({ holiday, onEdit, onRemove }: RowProps) => {
  const t = useT()
  const { locale } = useUi()
  const title = locale === 'fa' ? holiday.titleFa : holiday.titleEn
  const [first, second] =
    locale === 'fa' ? (['jalali', 'gregorian'] as const) : (['gregorian', 'jalali'] as const)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <span className="w-64 shrink-0">
        {formatDate(holiday.day, { locale, style: 'full', calendar: first })}{' '}
        <span className="text-badge text-muted">
          {formatDate(holiday.day, { locale, style: 'dayMonth', calendar: second })}
        </span>
      </span>
      <span className="min-w-0 flex-1 basis-48 font-medium">{title}</span>
      {holiday.provisional && <Tag tone="warn">{t('calendar.provisional')}</Tag>}
      {holiday.kind === 'closure' && <Tag tone="accent">{t('calendar.kind.closure')}</Tag>}
      <span className="flex">
        <IconButton label={t('calendar.editHoliday', { title })} icon={<Pencil />} onPress={onEdit} />
        <IconButton
          kind="danger"
          label={t('calendar.removeHoliday', { title })}
          icon={<Trash2 />}
          onPress={onRemove}
        />
      </span>
    </li>
  )
}

/** Does something to the list, reads it again, tells what went wrong. */
export type Act = (run: () => Promise<unknown>) => Promise<void>

function useAct(): Act {
  const t = useT()
  const problem = useProblemText()
  return async (run) => {
    try {
      await run()
      await invalidateTopics(['holidays', 'calendar'])
      toast({ kind: 'ok', title: t('web.saved') })
    } catch (error) {
      toast({
        kind: 'bad',
        title: error instanceof SyntaxError ? t('calendar.notJson') : problem(error),
      })
    }
  }
}
