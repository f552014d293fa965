import type { ActivityKind } from '@peyvand/activities/contract'
import { PartyPicker } from '@peyvand/parties/web'
import { FormFault, useT } from '@peyvand/platform/web'
import { Card } from '@peyvand/ui'
import { useState } from 'react'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import { GapList } from '../text/gap-list.tsx'
import { SmsCounter } from '../text/sms-counter.tsx'
import { usePreview } from '../text/use-preview.ts'

interface Props {
  kind: ActivityKind
  language: 'fa' | 'en'
  /** With the keys of their fields. */
  subject: string | null
  body: string
  merge: MergeFields
}

/** The template as it will read, with the values of a party chosen here. */
export const PreviewPanel = ({ kind, merge, ...text }: Props) => {
  const t = useT()
  const [partyId, setParty] = useState<string | null>(null)
  const { data, error } = usePreview({ ...text, partyId })
  const shown = partyId
    ? (data?.gaps ?? [])
    : (data?.gaps ?? []).filter(({ reason }) => reason !== 'noRecord')
  return (
    <Card title={t('templates.ui.preview')}>
      <div className="flex flex-col gap-3">
        <PartyPicker
          label={t('templates.ui.previewParty')}
          description={t('templates.ui.previewPartyHint')}
          canCreate={false}
          value={partyId}
          onChange={setParty}
        />
        <FormFault error={error} />
        {data && (data.subject || data.body) && (
          <div
            aria-live="polite"
            dir={text.language === 'fa' ? 'rtl' : 'ltr'}
            className="rounded-control border border-line bg-surface-2 px-3.5 py-3"
          >
            {data.subject && <p className="mb-2 font-semibold">{data.subject}</p>}
            <p className="text-prose break-words whitespace-pre-line">{data.body}</p>
          </div>
        )}
        {kind === 'sms' && data?.body && <SmsCounter text={data.body} />}
        <GapList gaps={shown} merge={merge} />
      </div>
    </Card>
  )
}
