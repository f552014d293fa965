import { useT } from '@peyvand/platform/web'
import { Button, Callout, lazyPart, useFormat } from '@peyvand/ui'
import { useState } from 'react'
import type { ApprovalReason, Document } from '../../contract/index.ts'
import type { Decision } from './decision-dialog.tsx'

const DecisionDialog = lazyPart(async () => (await import('./decision-dialog.tsx')).DecisionDialog)

type Props = { document: Document }

/** Why a document waits for approval and who decided, with the decision where the reader may take it. */
export const ApprovalBanner = ({ document }: Props) => {
  const t = useT()
  const format = useFormat()
  const [decision, decide] = useState<Decision | null>(null)
  const words = useReasonWords(document)
  const { approval, status, can } = document
  if (!approval || (status !== 'waiting' && approval.decision !== 'declined')) return null
  const isWaiting = status === 'waiting'
  const by = {
    name: approval.decidedBy?.name ?? '',
    at: approval.decidedAt ? format.dateTime(approval.decidedAt) : '',
  }
  return (
    <Callout
      tone={isWaiting ? 'warn' : 'bad'}
      title={isWaiting ? t('documents.approval.waits') : t('documents.approval.declined', by)}
      action={
        can.approve && (
          <span className="flex gap-2">
            <Button size="small" kind="primary" onPress={() => decide('approve')}>
              {t('documents.act.approve')}
            </Button>
            <Button size="small" onPress={() => decide('decline')}>
              {t('documents.act.decline')}
            </Button>
          </span>
        )
      }
    >
      {isWaiting && approval.askedBy && (
        <p>
          {t('documents.approval.askedBy', {
            name: approval.askedBy.name,
            at: format.dateTime(approval.askedAt),
          })}
        </p>
      )}
      <ul className="list-disc ps-5">
        {approval.reasons.map((reason) => (
          <li key={reason.because}>{words(reason)}</li>
        ))}
      </ul>
      {approval.note && <p className="mt-1 whitespace-pre-wrap">{approval.note}</p>}
      {decision && <DecisionDialog document={document} decision={decision} onClose={() => decide(null)} />}
    </Callout>
  )
}

function useReasonWords({ lines }: Document) {
  const t = useT()
  const format = useFormat()
  return ({ because, limit, value, lines: at }: ApprovalReason): string => {
    const said = (text: string) =>
      because === 'discount' ? format.percent(Number(text) / 100, 2) : format.money(text)
    const names = at.flatMap((index) => lines[index]?.name ?? [])
    const reason = t(`documents.because.${because}`, { limit: said(limit), value: said(value) })
    return names.length > 0 ? t('documents.because.ofLines', { reason, names: format.list(names) }) : reason
  }
}
