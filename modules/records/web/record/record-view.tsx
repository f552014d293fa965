import { TargetTimeline } from '@peyvand/activities/web'
import { TagList } from '@peyvand/customization/web'
import { AttachmentList } from '@peyvand/files/web'
import { RecordChanges } from '@peyvand/history/web'
import { GroupMark, useCustomFacts, useCustomFields, useFieldGroups } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { Bdi, Callout, Card, DescriptionList, Link, useFormat, useUi } from '@peyvand/ui'
import type { ReactNode } from 'react'
import { type FirmRecord, type RecordKind, recordTypeOf } from '../../contract/index.ts'
import { StateMark } from '../display/state-mark.tsx'
import { useKindNames } from '../use-kinds.ts'
import { RecordActions } from './record-actions.tsx'
import { useRecordHistory } from './use-record-history.ts'

type Props = { kind: RecordKind; record: FirmRecord }

/** Everything of one record; the same on its page and beside a list. */
export const RecordView = ({ kind, record, titleAs }: Props & { titleAs: 'h1' | 'h2' }) => {
  const t = useT()
  return (
    <article className="@container flex flex-col gap-4">
      <Head kind={kind} record={record} titleAs={titleAs} />
      {record.deletedAt && <Callout tone="warn">{t('records.inBin')}</Callout>}
      <div className="grid items-start gap-4 @3xl:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <OwnFacts kind={kind} record={record} />
          <Card title={t('records.facts')}>
            <DescriptionList items={useFacts(record)} />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <TargetTimeline
            target={{ type: 'records', id: record.id, kind: record.kind, name: record.title }}
            parties={record.party ? [record.party] : []}
            isClosed={record.deletedAt !== null}
            label={t('records.timeline')}
            empty={t('records.noActivities')}
          />
          <Card title={t('files.attachments')}>
            <AttachmentList record="records" recordId={record.id} emptyHint={t('records.filesHint')} />
          </Card>
          <Card title={t('history.changes')}>
            <RecordChanges history={useRecordHistory(kind, record)} />
          </Card>
        </div>
      </div>
    </article>
  )
}

const Head = ({ kind, record, titleAs: Title }: Props & { titleAs: 'h1' | 'h2' }) => {
  const format = useFormat()
  const { one } = useKindNames()
  return (
    <header className="flex flex-wrap items-start gap-3">
      <GroupMark icon={kind.icon} color={kind.color} />
      <div className="min-w-40 flex-1">
        <Title className="text-dialog font-bold break-words">
          <bdi>{record.title}</bdi>
        </Title>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
          <StateMark kind={kind} state={record.state} />
          <span>
            {one(kind)} <Bdi>{format.digits(record.number)}</Bdi>
          </span>
          {record.party && <Link href={`/parties/${record.party.id}`}>{record.party.name}</Link>}
        </p>
      </div>
      <RecordActions kind={kind} record={record} />
    </header>
  )
}

/** The kind's own fields under the headings of its form; empty ones are left out. */
const OwnFacts = ({ kind, record }: Props) => {
  const t = useT()
  const { locale } = useUi()
  const type = recordTypeOf(kind.key)
  const groups = useFieldGroups(type, useCustomFields(type, []))
  return groups.map(({ section, fields }) => (
    <FactCard
      key={section?.id ?? 'first'}
      title={section ? (locale === 'fa' ? section.titleFa : section.titleEn) : t('records.details')}
      fields={fields}
      record={record}
    />
  ))
}

type FactCardProps = {
  title: string
  fields: Parameters<typeof useCustomFacts>[0]
  record: FirmRecord
}

const FactCard = ({ title, fields, record }: FactCardProps) => {
  const items = useCustomFacts(fields, record.custom, record)
  return (
    items.length > 0 && (
      <Card title={title}>
        <DescriptionList items={items} />
      </Card>
    )
  )
}

function useFacts(record: FirmRecord): { label: string; value: ReactNode }[] {
  const t = useT()
  const format = useFormat()
  const field = (name: string) => t(`records.field.${name}`)
  const by = (at: string, name: string | undefined) => (
    <>
      {name && (
        <>
          <bdi>{name}</bdi>
          {' · '}
        </>
      )}
      {format.dateTime(at)}
    </>
  )
  const facts = [
    { label: field('owner'), value: record.owner?.name },
    { label: field('team'), value: record.team?.name },
    {
      label: field('tags'),
      value: record.tags.length > 0 ? <TagList tags={record.tags} /> : null,
    },
    { label: field('source'), value: t(`records.source.${record.source}`) },
    { label: field('createdAt'), value: by(record.createdAt, record.createdBy?.name) },
    { label: field('updatedAt'), value: by(record.updatedAt, record.updatedBy?.name) },
  ]
  return facts.filter(({ value }) => value !== null && value !== undefined)
}
