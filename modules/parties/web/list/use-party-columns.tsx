import { colorTone, TagList } from '@peyvand/customization/web'
import { localDate } from '@peyvand/persian'
import { provinces } from '@peyvand/persian/provinces'
import type { ListField } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Bdi, type Format, Link, OwnText, StatusPill, Tag, useFormat, useUi } from '@peyvand/ui'
import { type DataGridColumn, editableCell } from '@peyvand/ui/data'
import { type ReactNode, useMemo } from 'react'
import type { PartyRow } from '../../contract/index.ts'
import { useGroupNames, usePartyGroups } from '../choices/use-choices.ts'
import { callMark } from '../display/call-mark.ts'
import { GroupIcon } from '../display/group-icon.tsx'
import { PartyAvatar } from '../display/party-avatar.tsx'
import { useToday } from '../display/use-today.ts'
import { useOwnCell } from './own-cell.tsx'
import type { RowEdits } from './use-row-edits.tsx'

type Cell = (row: PartyRow) => ReactNode

const widths: Record<string, number> = {
  name: 260,
  groups: 190,
  phone: 150,
  email: 200,
  tags: 180,
  worksFor: 190,
  number: 110,
  kind: 120,
  gender: 90,
}

/** Fields that only filters know. */
const notShown = new Set([
  'contactPoints',
  'address',
  'postalCode',
  'source',
  'notes',
  'createdBy',
  'updatedBy',
])

/** In the recycle bin nothing is written. */
const noEdits: RowEdits = {}

/** Columns of the list: every field that rows carry, with the firm's own. `group` decides whose state is shown. */
export function usePartyColumns(
  fields: Readonly<Record<string, ListField>>,
  { group, edits = noEdits }: { group?: string; edits?: RowEdits } = {},
): DataGridColumn<PartyRow>[] {
  const cells = useCells(group)
  const t = useT()
  const ownCell = useOwnCell()
  return useMemo(
    () =>
      Object.entries(fields)
        .filter(([key]) => !notShown.has(key) && (edits === noEdits || key !== 'deletedAt'))
        .map(([key, field]): DataGridColumn<PartyRow> => {
          const edit = edits[key]
          return {
            id: key,
            header: t(field.label),
            cell: cells[key] ?? ((row) => ownCell(field, row.custom[key.replace(/^custom\./, '')])),
            width: widths[key] ?? 150,
            sortable: field.sortable ?? false,
            ...(key === 'name' && { sticky: true, hideable: false }),
            ...(edit && { edit: editableCell(edit) }),
          }
        }),
    [fields, cells, edits, t, ownCell],
  )
}

function useCells(group: string | undefined): Record<string, Cell> {
  const t = useT()
  const format = useFormat()
  const { locale, timeZone } = useUi()
  const today = useToday()
  const groups = usePartyGroups()
  const { groupName, stateName } = useGroupNames()
  return useMemo(() => {
    const byKey = new Map(groups.map((one) => [one.key, one]))
    const provinceNames = new Map(provinces.map((province) => [province.code, province[locale]]))
    const stateOf = (row: PartyRow) => {
      const membership = row.groups.find(({ key }) => key === group) ?? (group ? undefined : row.groups[0])
      const state = byKey.get(membership?.key ?? '')?.states.find(({ key }) => key === membership?.state)
      return state ? <StatusPill tone={colorTone[state.color]}>{stateName(state)}</StatusPill> : null
    }
    const reference =
      (name: 'industry' | 'leadSource' | 'level' | 'owner' | 'team'): Cell =>
      (row) =>
        row[name]?.name
    const party =
      (name: 'worksFor' | 'introducer' | 'marketer'): Cell =>
      (row) =>
        row[name] && <Link href={`/parties/${row[name].id}`}>{row[name].name}</Link>
    const code =
      (name: 'nationalId' | 'legalNationalId' | 'economicCode' | 'registrationNumber'): Cell =>
      (row) =>
        row[name] && <Bdi>{format.digits(row[name])}</Bdi>

    const cells: Record<string, Cell> = {
      name: (row) => <NameCell row={row} />,
      kind: (row) => t(`parties.kind.${row.kind}`),
      groups: (row) => (
        <span className="flex gap-1 overflow-hidden">
          {row.groups.flatMap(({ key }) => {
            const one = byKey.get(key)
            return one
              ? [
                  <Tag key={key} tone={colorTone[one.color]} icon={<GroupIcon name={one.icon} size={13} />}>
                    {groupName(one)}
                  </Tag>,
                ]
              : []
          })}
        </span>
      ),
      state: stateOf,
      number: (row) => {
        const number = row.groups.find(({ key }) => key === group)?.number ?? row.number
        return number && <Bdi>{format.digits(number)}</Bdi>
      },
      phone: (row) => <PhoneCell row={row} format={format} />,
      email: (row) =>
        row.email &&
        (row.email.includes('*') ? (
          <Bdi>{row.email}</Bdi>
        ) : (
          <Link href={`mailto:${row.email}`} className="text-text decoration-transparent">
            <Bdi>{row.email}</Bdi>
          </Link>
        )),
      province: (row) => provinceNames.get(row.province ?? ''),
      county: (row) => row.county,
      city: (row) => row.city,
      tags: (row) => <TagList tags={row.tags} isOneLine />,
      gender: (row) => row.gender && t(`parties.gender.${row.gender}`),
      birthDate: (row) => row.birthDate && format.date(row.birthDate),
      nextContactOn: (row) => <DueCell day={row.nextContactOn} today={today} format={format} />,
      lastContactAt: (row) => row.lastContactAt && format.relative(row.lastContactAt),
      doNotContact: (row) =>
        row.doNotContact && <StatusPill tone="bad">{t('parties.field.doNotContact')}</StatusPill>,
      sourceKind: (row) => t(`parties.source.${row.sourceKind}`),
      createdAt: (row) => format.date(localDate(new Date(row.createdAt), timeZone)),
      updatedAt: (row) => format.relative(row.updatedAt),
      deletedAt: (row) => row.deletedAt && format.dateTime(row.deletedAt),
      honorific: (row) => row.honorific,
      jobTitle: (row) => row.jobTitle,
      brandName: (row) => row.brandName,
    }
    for (const name of ['industry', 'leadSource', 'level', 'owner', 'team'] as const)
      cells[name] = reference(name)
    for (const name of ['worksFor', 'introducer', 'marketer'] as const) cells[name] = party(name)
    for (const name of ['nationalId', 'legalNationalId', 'economicCode', 'registrationNumber'] as const)
      cells[name] = code(name)
    return cells
  }, [t, format, locale, timeZone, today, groups, groupName, stateName, group])
}

const NameCell = ({ row }: { row: PartyRow }) => (
  <span className="flex min-w-0 items-center gap-2">
    <PartyAvatar party={row} size={24} />
    {/* The name has the room first; the firm gets what is left. */}
    <span className="flex min-w-0 flex-1 items-baseline gap-2">
      <OwnText className="max-w-full shrink-0 font-medium">{row.name}</OwnText>
      {row.worksFor && row.kind === 'person' && (
        <OwnText className="text-meta text-muted">{row.worksFor.name}</OwnText>
      )}
    </span>
  </span>
)

const PhoneCell = ({ row, format }: { row: PartyRow; format: Format }) => {
  if (!row.phone) return null
  const shown = <Bdi>{format.phone(row.phone)}</Bdi>
  if (row.phone.includes('*')) return shown
  return (
    <span {...callMark(row)}>
      <Link href={`tel:${row.phone}`} className="text-text decoration-transparent">
        {shown}
      </Link>
    </span>
  )
}

const DueCell = ({ day, today, format }: { day: string | null; today: string; format: Format }) => {
  if (!day) return null
  if (day >= today) return <>{format.relativeDate(day, today)}</>
  return <StatusPill tone="bad">{format.relativeDate(day, today)}</StatusPill>
}
