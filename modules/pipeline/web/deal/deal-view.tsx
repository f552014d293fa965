import { TargetTimeline } from '@peyvand/activities/web'
import { AttachmentList } from '@peyvand/files/web'
import { RecordChanges } from '@peyvand/history/web'
import { useCustomFacts, useCustomFields, useFieldGroups } from '@peyvand/parties/web'
import { joinFacts } from '@peyvand/persian'
import { Slot, useT } from '@peyvand/platform/web'
import { Bdi, Callout, Card, DescriptionList, Link, Tag, useFormat, useUi } from '@peyvand/ui'
import { Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Deal } from '../../contract/index.ts'
import { useMove } from '../board/use-move.tsx'
import { DealCompetitors } from '../competitors/deal-competitors.tsx'
import { FollowUpText } from '../follow-up-text.tsx'
import { DealLines } from '../lines/deal-lines.tsx'
import { OutcomeMark } from '../outcome-mark.tsx'
import { DealActions } from './deal-actions.tsx'
import { DealStays } from './deal-stays.tsx'
import { DealTicks } from './deal-ticks.tsx'
import { StageBar } from './stage-bar.tsx'
import { useDealHistory } from './use-deal-history.ts'

type Props = { deal: Deal }

/** Everything of one deal. */
export const DealView = ({ deal }: Props) => {
  const t = useT()
  const { move, dialog } = useMove()
  return (
    <article className="@container flex flex-col gap-4">
      {dialog}
      <Head deal={deal} />
      {deal.deletedAt && <Callout tone="warn">{t('pipeline.inBin')}</Callout>}
      <StageBar deal={deal} onMove={(stage) => move(deal, stage)} />
      <div className="grid items-start gap-4 @3xl:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={t('pipeline.facts')}>
            <DescriptionList items={useFacts(deal)} />
          </Card>
          <OwnFacts deal={deal} />
          <DealCompetitors deal={deal} />
          {deal.checklist.length > 0 && <DealTicks deal={deal} />}
          <DealStays stays={deal.stays} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {deal.description && (
            <Card title={t('pipeline.field.description')}>
              <p className="whitespace-pre-wrap break-words">{deal.description}</p>
            </Card>
          )}
          <DealLines deal={deal} />
          <Slot name="pipeline.deal.section" with={{ deal }} />
          <TargetTimeline
            target={{ type: 'deals', id: deal.id, kind: null, name: deal.title }}
            parties={[deal.party]}
            isClosed={deal.deletedAt !== null}
            label={t('pipeline.activities')}
            empty={t('pipeline.noActivities')}
          />
          <Card title={t('files.attachments')}>
            <AttachmentList record="deals" recordId={deal.id} emptyHint={t('pipeline.filesHint')} />
          </Card>
          <Card title={t('history.changes')}>
            <RecordChanges history={useDealHistory(deal)} />
          </Card>
        </div>
      </div>
    </article>
  )
}

const Head = ({ deal }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <header className="flex flex-wrap items-start gap-3">
      <div className="min-w-40 flex-1">
        <h1 className="text-dialog font-bold break-words">
          <bdi>{deal.title}</bdi>
        </h1>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
          <OutcomeMark outcome={deal.outcome}>{t(`pipeline.outcome.${deal.outcome}`)}</OutcomeMark>
          <Bdi>{format.digits(deal.number)}</Bdi>
          <Link href={`/parties/${deal.party.id}`}>{deal.party.name}</Link>
          {deal.stale && (
            <Tag tone="warn" icon={<Hourglass size={12} aria-hidden />}>
              {t('pipeline.stale', { since: format.relative(deal.stageSince) })}
            </Tag>
          )}
        </p>
      </div>
      <DealActions deal={deal} />
    </header>
  )
}

function useFacts(deal: Deal): { label: string; value: ReactNode }[] {
  const t = useT()
  const format = useFormat()
  const field = (name: string) => t(`pipeline.field.${name}`)
  const party = (ref: Deal['contact']) => ref && <Link href={`/parties/${ref.id}`}>{ref.name}</Link>
  const by = (at: string, name: string | undefined) => joinFacts([name, format.dateTime(at)])
  const facts = [
    { label: field('amount'), value: deal.amount && format.money(deal.amount) },
    { label: field('probability'), value: format.percent(deal.probability / 100, 0) },
    {
      label: field('nextFollowUpAt'),
      value: deal.nextFollowUpAt && <FollowUpText at={deal.nextFollowUpAt} />,
    },
    { label: field('expectedCloseOn'), value: deal.expectedCloseOn && format.date(deal.expectedCloseOn) },
    { label: field('priority'), value: t(`activities.priority.${deal.priority}`) },
    { label: field('contact'), value: party(deal.contact) },
    { label: field('owner'), value: deal.owner?.name },
    { label: field('team'), value: deal.team?.name },
    { label: field('source'), value: deal.source?.name },
    { label: field('lostTo'), value: party(deal.lostTo) },
    { label: field('lostReason'), value: deal.lostReason?.name },
    { label: field('closedAt'), value: deal.closedAt && format.dateTime(deal.closedAt) },
    { label: field('createdAt'), value: by(deal.createdAt, deal.createdBy?.name) },
    { label: field('updatedAt'), value: by(deal.updatedAt, deal.updatedBy?.name) },
  ]
  return facts.filter(({ value }) => value !== null && value !== undefined)
}

/** The firm's own fields under their headings; empty ones are left out. */
const OwnFacts = ({ deal }: Props) => {
  const t = useT()
  const { locale } = useUi()
  const groups = useFieldGroups('deals', useCustomFields('deals', []))
  return groups.map(({ section, fields }) => (
    <FactCard
      key={section?.id ?? 'first'}
      title={section ? (locale === 'fa' ? section.titleFa : section.titleEn) : t('pipeline.details')}
      fields={fields}
      custom={deal.custom}
    />
  ))
}

type FactCardProps = {
  title: string
  fields: Parameters<typeof useCustomFacts>[0]
  custom: Deal['custom']
}

const FactCard = ({ title, fields, custom }: FactCardProps) => {
  const items = useCustomFacts(fields, custom)
  return (
    items.length > 0 && (
      <Card title={title}>
        <DescriptionList items={items} />
      </Card>
    )
  )
}
