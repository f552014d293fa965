import { ExportMenu } from '@peyvand/imports/web'
import { joinFacts } from '@peyvand/persian'
import type { Filter, Selection } from '@peyvand/platform/contract'
import {
  fetchFile,
  ListPage,
  openFile,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  usePermission,
  useProblemText,
  useRoute,
  useT,
  useUrlState,
} from '@peyvand/platform/web'
import { Button, ButtonLink, EmptyState, Select, toast, useFormat } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { BookOpen, Plus, Printer } from 'lucide-react'
import { useMemo } from 'react'
import { z } from 'zod'
import {
  type BookEntry,
  bookFieldsRoute,
  listBookRoute,
  listRegistersRoute,
  printBookRoute,
  type Register,
} from '../../contract/index.ts'
import { useRegisterName } from '../use-register-name.ts'
import { defaultColumns, State, useBookColumns } from './book-columns.tsx'

const BookAddress = z.object({
  register: z.string().optional().catch(undefined),
  year: z.coerce.string().optional().catch(undefined),
})

/** The register book: every number that was given, by register and year. */
export const BookPage = () => {
  const t = useT()
  const navigate = useNavigate()
  const columns = useBookColumns()
  const [{ register, year }, setAddress] = useUrlState(BookAddress)
  const { data, error, refetch } = useRoute(bookFieldsRoute, {}, { staleTime: 60_000 })
  const registers = useRoute(listRegistersRoute, {}).data?.items ?? []
  usePageTitle(t('letters.book'))
  const baseFilter = useMemo(() => narrowed(register, year), [register, year])
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <ListPage<BookEntry>
      list="letterBook"
      title={t('letters.book')}
      below={
        <Narrow
          registers={registers}
          register={register ?? null}
          year={year ?? null}
          onChange={(next) => setAddress(next)}
        />
      }
      route={listBookRoute}
      {...(baseFilter && { baseFilter })}
      fields={data.fields as never}
      columns={columns}
      defaultColumns={defaultColumns}
      defaultSort="-registeredAt"
      rowLabel={({ registryNo }) => registryNo}
      onOpen={({ letter }) => letter && void navigate({ to: `/activities/${letter.id}` as never })}
      renderCard={(entry) => <EntryCard entry={entry} />}
      actions={(shown) => <BookActions shown={shown} />}
      searchLabel={t('letters.ui.searchBook')}
      empty={
        <EmptyState icon={<BookOpen />} title={t('letters.ui.emptyBook')} action={<NewLetters />}>
          {t('letters.ui.emptyBookHint')}
        </EmptyState>
      }
    />
  )
}

function narrowed(register: string | undefined, year: string | undefined): Filter | undefined {
  const conditions: Filter[] = [
    ...(register ? [{ field: 'register', op: 'eq' as const, value: register }] : []),
    ...(year ? [{ field: 'year', op: 'eq' as const, value: Number(year) }] : []),
  ]
  return conditions.length > 0 ? { and: conditions } : undefined
}

type NarrowProps = {
  registers: readonly Register[]
  register: string | null
  year: string | null
  onChange: (next: { register?: string | undefined; year?: string | undefined }) => void
}

const Narrow = ({ registers, register, year, onChange }: NarrowProps) => {
  const t = useT()
  const format = useFormat()
  const registerName = useRegisterName()
  const known = registers
    .filter(({ id }) => register === null || id === register)
    .flatMap(({ years }) => years)
  const years = [...new Set(known.map((one) => one.year))].toSorted((a, b) => b - a).filter((one) => one > 0)
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        aria-label={t('letters.register')}
        className="w-56 max-sm:w-auto max-sm:flex-1"
        isClearable
        placeholder={t('letters.ui.allRegisters')}
        options={registers.map((one) => ({ id: one.id, label: registerName(one) }))}
        value={register}
        onChange={(next) => onChange({ register: next ?? undefined, year: undefined })}
      />
      <Select
        aria-label={t('letters.year')}
        className="w-36 max-sm:w-auto max-sm:flex-1"
        isClearable
        placeholder={t('letters.ui.allYears')}
        options={years.map((one) => ({ id: String(one), label: format.digits(one) }))}
        value={year}
        onChange={(next) => onChange({ register: register ?? undefined, year: next ?? undefined })}
      />
    </div>
  )
}

const BookActions = ({ shown }: { shown: Selection }) => {
  const t = useT()
  const problem = useProblemText()
  const print = async () => {
    const { filter, q } = 'all' in shown ? shown : {}
    try {
      const query = { ...(filter && { filter: JSON.stringify(filter) }), ...(q && { q }) }
      openFile(await fetchFile(printBookRoute, { query }))
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <>
      <ExportMenu record="letterBook" selection={shown} />
      <Button icon={<Printer size={16} aria-hidden />} onPress={() => void print()}>
        {t('letters.ui.printBook')}
      </Button>
      <NewLetters />
    </>
  )
}

const NewLetters = () => {
  const t = useT()
  if (!usePermission('activities.create')) return null
  return (
    <>
      <ButtonLink href="/letters/new?direction=incoming" icon={<Plus size={16} aria-hidden />}>
        {t('letters.ui.new.incoming')}
      </ButtonLink>
      <ButtonLink kind="primary" href="/letters/new?direction=outgoing" icon={<Plus size={16} aria-hidden />}>
        {t('letters.ui.new.outgoing')}
      </ButtonLink>
    </>
  )
}

const EntryCard = ({ entry }: { entry: BookEntry }) => {
  const t = useT()
  const format = useFormat()
  const { registryNo, registeredAt, letter, direction } = entry
  return (
    <div className="flex flex-col gap-1">
      <p className="flex items-center gap-2 font-medium">
        <bdi>{format.digits(registryNo)}</bdi>
        <State entry={entry} />
      </p>
      <p className="break-words">{letter?.subject ?? t('letters.notShown')}</p>
      <p className="text-meta text-muted">
        {joinFacts([t(`letters.class.${direction}`), letter?.counterpart, format.relative(registeredAt)])}
      </p>
    </div>
  )
}
