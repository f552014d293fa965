import { Tag, Trash2, UserRound } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '../../actions/button.tsx'
import { SegmentedControl } from '../../actions/segmented-control.tsx'
import { Avatar } from '../../display/avatar.tsx'
import { Bdi } from '../../display/bdi.tsx'
import { StatusPill } from '../../display/status-pill.tsx'
import type { Tone } from '../../display/tone.ts'
import { TextField } from '../../fields/text-field.tsx'
import { Specimen } from '../../gallery/specimen.tsx'
import { useWords } from '../../gallery/words.ts'
import { toast } from '../../overlays/toast.ts'
import { useUi } from '../../provider/ui-context.ts'
import { useFormat } from '../../provider/use-format.ts'
import { DataGrid } from '../grid/data-grid.tsx'
import { editableCell } from '../grid/editable-cell.tsx'
import type { DataGridColumn } from '../grid/grid-types.ts'
import { type GridSelection, noSelection } from '../grid/selection.ts'
import { type SampleRow, sampleRows } from './sample-rows.ts'

type State = 'rows' | 'groups' | 'loading' | 'empty' | 'error'

export const GridGallery = () => {
  const say = useWords()
  const { locale } = useUi()
  const [state, setState] = useState<State>('rows')
  const [selection, setSelection] = useState<GridSelection>(noSelection)
  const [current, setCurrent] = useState<string>()
  const [closed, setClosed] = useState<readonly string[]>([])
  const format = useFormat()
  const [renamed, setRenamed] = useState<ReadonlyMap<string, string>>(new Map())
  const columns = useSampleColumns((id, company) => setRenamed((before) => new Map(before).set(id, company)))
  const rows = useMemo(() => {
    const all = sampleRows(10_000, locale).map((row) => ({
      ...row,
      company: renamed.get(row.id) ?? row.company,
    }))
    return state === 'groups' ? all.slice(0, 400).toSorted((a, b) => a.stage.localeCompare(b.stage)) : all
  }, [locale, renamed, state])
  const stages = useStages()
  const hasRows = state === 'rows' || state === 'groups'
  return (
    <Specimen title={say('جدول داده', 'Data grid')}>
      <SegmentedControl
        className="self-start"
        label={say('حالت جدول', 'State of the grid')}
        value={state}
        onChange={setState}
        options={[
          { id: 'rows', label: say('ردیف‌ها', 'Rows') },
          { id: 'groups', label: say('گروه‌بندی', 'Groups') },
          { id: 'loading', label: say('بارگذاری', 'Loading') },
          { id: 'empty', label: say('خالی', 'Empty') },
          { id: 'error', label: say('خطا', 'Error') },
        ]}
      />
      <DataGrid
        className="h-120"
        label={say('سرنخ‌ها', 'Leads')}
        rows={hasRows ? rows : []}
        rowId={rowId}
        rowLabel={rowLabel}
        columns={columns}
        selection={selection}
        onSelectionChange={setSelection}
        total={{ value: state === 'rows' ? 12_400 : rows.length, exact: state !== 'rows' }}
        isLoading={state === 'loading'}
        {...(state === 'error'
          ? {
              error: say('ارتباط با سرور برقرار نشد.', 'No connection to the server.'),
              onRetry: () => setState('rows'),
            }
          : {})}
        {...(state === 'groups'
          ? {
              groups: Object.entries(stages).map(([key, { label }]) => {
                const ofStage = rows.filter(({ stage }) => stage === key)
                return {
                  key,
                  label,
                  count: ofStage.length,
                  values: { value: format.money(ofStage.reduce((sum, row) => sum + BigInt(row.value), 0n)) },
                  isOpen: !closed.includes(key),
                  rows: ofStage,
                  hasMore: false,
                  isLoading: false,
                }
              }),
              onToggleGroup: (key: string) =>
                setClosed((before) =>
                  before.includes(key) ? before.filter((one) => one !== key) : [...before, key],
                ),
            }
          : {})}
        currentId={current}
        onPress={(row) => setCurrent(row.id)}
        onOpen={(row) => toast({ title: row.name })}
        bulkActions={(_, count) => (
          <>
            <Button size="small" icon={<UserRound />} onPress={() => toast({ title: String(count) })}>
              {say('واگذاری', 'Assign')}
            </Button>
            <Button size="small" icon={<Tag />}>
              {say('برچسب', 'Tag')}
            </Button>
            <Button size="small" kind="danger" icon={<Trash2 />}>
              {say('حذف', 'Delete')}
            </Button>
          </>
        )}
        renderCard={sampleCard}
      />
    </Specimen>
  )
}

const rowId = (row: SampleRow) => row.id
const rowLabel = (row: SampleRow) => row.name

const useStages = (): Record<SampleRow['stage'], { label: string; tone: Tone }> => {
  const say = useWords()
  return {
    new: { label: say('سرنخ جدید', 'New'), tone: 'accent' },
    qualified: { label: say('ارزیابی‌شده', 'Qualified'), tone: 'violet' },
    offer: { label: say('پیشنهاد قیمت', 'Offer'), tone: 'warn' },
    talks: { label: say('مذاکره', 'Talks'), tone: 'ok' },
  }
}

const Stage = ({ row }: { row: SampleRow }) => {
  const { label, tone } = useStages()[row.stage]
  return <StatusPill tone={tone}>{label}</StatusPill>
}

const sampleCard = (row: SampleRow) => <SampleCard row={row} />

const SampleCard = ({ row }: { row: SampleRow }) => {
  const format = useFormat()
  return (
    <>
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-semibold">{row.name}</span>
        <Stage row={row} />
      </div>
      <div className="flex items-center gap-2 text-meta text-muted">
        <span className="min-w-0 flex-1 truncate">{row.company}</span>
        <span>{format.money(row.value)}</span>
      </div>
    </>
  )
}

export const useSampleColumns = (
  rename: (id: string, company: string) => void,
): readonly DataGridColumn<SampleRow>[] => {
  const { locale } = useUi()
  const format = useFormat()
  return useMemo(() => {
    const say = (fa: string, en: string) => (locale === 'fa' ? fa : en)
    return [
      {
        id: 'name',
        header: say('نام', 'Name'),
        width: 190,
        sticky: true,
        hideable: false,
        sortable: true,
        cell: (row) => (
          <span className="flex items-center gap-2 font-medium">
            <Avatar name={row.name} size={24} />
            <span className="truncate">{row.name}</span>
          </span>
        ),
      },
      {
        id: 'company',
        header: say('شرکت', 'Company'),
        width: 180,
        sortable: true,
        cell: (row) => row.company,
        edit: editableCell({
          value: (row: SampleRow) => row.company,
          field: (draft, onChange, label) => (
            <TextField aria-label={label} value={draft} onChange={onChange} autoFocus />
          ),
          save: (row, company) => rename(row.id, company),
        }),
      },
      {
        id: 'stage',
        header: say('مرحله', 'Stage'),
        width: 140,
        sortable: true,
        cell: (row) => <Stage row={row} />,
      },
      {
        id: 'value',
        header: say('ارزش', 'Value'),
        width: 170,
        align: 'end',
        sortable: true,
        cell: (row) => <span className="digits-tabular">{format.money(row.value)}</span>,
      },
      {
        id: 'phone',
        header: say('تلفن همراه', 'Mobile'),
        width: 150,
        cell: (row) => <Bdi>{format.phone(row.phone)}</Bdi>,
      },
      {
        id: 'updatedAt',
        header: say('آخرین تماس', 'Last call'),
        width: 150,
        sortable: true,
        cell: (row) => format.date(row.updatedAt.slice(0, 10), 'short'),
      },
    ]
  }, [locale, format, rename])
}
