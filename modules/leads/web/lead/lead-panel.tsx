import type { Party } from '@peyvand/parties/contract'
import { joinFacts } from '@peyvand/persian'
import { callApi, invalidateTopics, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { Button, Card, confirm, IconButton, Link, lazyPart, StatusPill, toast, useFormat } from '@peyvand/ui'
import { ArrowRightLeft, ClipboardCheck, Pencil, RotateCcw, ThumbsDown, ThumbsUp } from 'lucide-react'
import { useState } from 'react'
import { judgeLeadRoute, type Lead, leadGroup, leadStates, partyLeadRoute } from '../../contract/index.ts'
import { ClockMark } from './clock-mark.tsx'
import { leadTopics } from './lead-topics.ts'
import { StateMark } from './state-mark.tsx'

const AnswersDialog = lazyPart(async () => (await import('./answers-dialog.tsx')).AnswersDialog)
const LeadDialog = lazyPart(async () => (await import('./lead-dialog.tsx')).LeadDialog)
const UnfitDialog = lazyPart(async () => (await import('./unfit-dialog.tsx')).UnfitDialog)
const ConvertDialog = lazyPart(async () => (await import('./convert-dialog.tsx')).ConvertDialog)

/** What a party is as a lead, in its file; fills `parties.file.side`. */
export const LeadPanel = ({ party }: { party: Pick<Party, 'id' | 'groups'> }) =>
  party.groups.some(({ key }) => key === leadGroup) ? <OfParty partyId={party.id} /> : null

const OfParty = ({ partyId }: { partyId: string }) => {
  const { data } = useRoute(partyLeadRoute, { params: { id: partyId } })
  return data?.lead ? <Panel lead={data.lead} /> : null
}

const Panel = ({ lead }: { lead: Lead }) => {
  const t = useT()
  const format = useFormat()
  const { clock, source, productGroup, form, score, fitFrom, unfitReason, unfitNote, convertedAt, deal } =
    lead
  const facts = [
    source?.name,
    productGroup?.name,
    form && t('leads.ui.byForm', { name: form.name }),
    t('leads.ui.arrived', { when: format.relative(lead.arrivedAt) }),
    clock.minutes !== null && t('leads.ui.answeredIn', { minutes: clock.minutes }),
  ]
  return (
    <Card
      title={t('leads.ui.lead')}
      {...(lead.isOpen && lead.can.update && { actions: <EditButton lead={lead} /> })}
    >
      <div className="flex flex-col gap-2">
        <span className="flex flex-wrap gap-2">
          {lead.isOpen && <StateMark state={lead.state} />}
          {lead.isOpen && <ClockMark clock={clock} />}
        </span>
        <p className="text-meta text-muted">{joinFacts(facts)}</p>
        {score !== null && (
          <p className="flex flex-wrap items-center gap-2">
            {t('leads.ui.score', { score })}
            {fitFrom !== null && (
              <StatusPill tone={score >= fitFrom ? 'ok' : 'neutral'}>
                {t(score >= fitFrom ? 'leads.ui.reachesFit' : 'leads.ui.belowFit', { sum: fitFrom })}
              </StatusPill>
            )}
          </p>
        )}
        {unfitReason && (
          <p>
            {unfitReason.name}
            {unfitNote && <span className="text-muted"> — {unfitNote}</span>}
          </p>
        )}
        {convertedAt && <p>{t('leads.ui.converted', { when: format.relative(convertedAt) })}</p>}
        {deal && <Link href={`/deals/${deal.id}`}>{deal.name}</Link>}
        {lead.isOpen && lead.can.update && <Actions lead={lead} />}
      </div>
    </Card>
  )
}

const EditButton = ({ lead }: { lead: Lead }) => {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton label={t('leads.ui.editLead')} icon={<Pencil />} onPress={() => setOpen(true)} />
      {isOpen && <LeadDialog lead={lead} onClose={() => setOpen(false)} />}
    </>
  )
}

type DialogName = 'answers' | 'unfit' | 'convert'

const Actions = ({ lead }: { lead: Lead }) => {
  const t = useT()
  const problem = useProblemText()
  const [opened, setOpened] = useState<DialogName | null>(null)
  const isOver = lead.state === leadStates.unfit
  const judge = async (verdict: 'fit' | 'open') => {
    try {
      await callApi(judgeLeadRoute, { params: { id: lead.id }, body: { verdict, version: lead.version } })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(leadTopics)
  }
  const isBelow = lead.fitFrom !== null && (lead.score ?? 0) < lead.fitFrom
  const judgeFit = async () => {
    const isSure =
      !isBelow ||
      (await confirm({
        title: t('leads.ui.fitBelowTitle'),
        body: t('leads.ui.fitBelowBody', { score: lead.score ?? 0, sum: lead.fitFrom ?? 0 }),
        confirmLabel: t('leads.ui.fit'),
      }))
    if (isSure) await judge('fit')
  }
  const close = () => setOpened(null)
  return (
    <>
      <span className="mt-1 flex flex-wrap gap-2">
        <Button
          size="small"
          kind="primary"
          icon={<ArrowRightLeft size={15} aria-hidden />}
          onPress={() => setOpened('convert')}
        >
          {t('leads.ui.convert')}
        </Button>
        <Button
          size="small"
          icon={<ClipboardCheck size={15} aria-hidden />}
          onPress={() => setOpened('answers')}
        >
          {t('leads.ui.judge')}
        </Button>
        {!isOver && lead.state !== leadStates.fit && (
          <Button size="small" icon={<ThumbsUp size={15} aria-hidden />} onPress={() => void judgeFit()}>
            {t('leads.ui.fit')}
          </Button>
        )}
        {isOver ? (
          <Button size="small" icon={<RotateCcw size={15} aria-hidden />} onPress={() => void judge('open')}>
            {t('leads.ui.reopen')}
          </Button>
        ) : (
          <Button size="small" icon={<ThumbsDown size={15} aria-hidden />} onPress={() => setOpened('unfit')}>
            {t('leads.ui.unfit')}
          </Button>
        )}
      </span>
      {opened === 'answers' && <AnswersDialog lead={lead} onClose={close} />}
      {opened === 'unfit' && <UnfitDialog lead={lead} onClose={close} />}
      {opened === 'convert' && <ConvertDialog lead={lead} onClose={close} />}
    </>
  )
}
