import { usePermission, useT } from '@peyvand/platform/web'
import { Bdi, copyText, IconButton, Link, StatusPill, toast, useFormat } from '@peyvand/ui'
import { Copy, Eye, MessageSquareText } from 'lucide-react'
import { type ContactPoint, isPhoneType, type Party } from '../../contract/index.ts'
import { contactHref, smsHref } from '../display/contact-href.ts'
import { ContactIcon } from '../display/contact-icon.tsx'
import { FieldSource } from './field-source.tsx'
import { useRevealed } from './use-revealed.ts'

type Props = { party: Pick<Party, 'id' | 'contactPoints' | 'fieldRules'> }

/** Ways to reach the party; one tap calls, writes or opens the conversation. */
export const ContactWays = ({ party }: Props) => {
  const t = useT()
  const { contactPoints: points, fieldRules: rules } = party
  if (points.length === 0) {
    const isHidden = rules['phones'] === 'hidden' || rules['emails'] === 'hidden'
    return (
      <p className="text-meta text-muted">
        {isHidden ? t('parties.file.contactsHidden') : t('parties.file.noContacts')}
      </p>
    )
  }
  return (
    <ul aria-label={t('parties.field.contactPoints')} className="flex flex-col gap-0.5">
      {points.map((point) => (
        <ContactWay key={point.id} partyId={party.id} given={point} />
      ))}
    </ul>
  )
}

const ContactWay = ({ partyId, given }: { partyId: string; given: ContactPoint }) => {
  const t = useT()
  const mayReveal = usePermission('parties.reveal')
  const { point, isMasked, reveal } = useRevealed(partyId, given)
  const format = useFormat()
  const href = contactHref(point)
  const sms = smsHref(point)
  const kind = t(`parties.contact.${point.type}`)
  const isNumber = isPhoneType(point.type) || /^\+\d+$/.test(point.value)
  const shown = isNumber ? format.phone(point.value) : point.value.replace(/^https?:\/\//, '')
  const isOutside = href !== null && href.startsWith('http')
  const text = <Bdi className="truncate align-bottom">{shown}</Bdi>
  return (
    <li className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
      <span className="text-muted" title={kind}>
        <FieldSource partyId={partyId} field="contactPoints" label={kind}>
          <ContactIcon type={point.type} />
        </FieldSource>
      </span>
      <span className="min-w-0 flex-1 truncate">
        {href ? (
          <Link
            href={href}
            className="text-text decoration-transparent"
            {...(isOutside && { target: '_blank', rel: 'noreferrer' })}
          >
            {text}
          </Link>
        ) : (
          text
        )}
        {point.extension && (
          <span className="text-meta text-muted">
            {' '}
            {t('parties.contact.extension')} {format.digits(point.extension)}
          </span>
        )}
        {point.label && <span className="text-meta text-muted"> · {point.label}</span>}
      </span>
      {point.optOut && <StatusPill tone="bad">{t('parties.file.optedOut')}</StatusPill>}
      {sms && (
        <IconButton
          label={t('parties.file.sendSms')}
          icon={<MessageSquareText />}
          onPress={() => window.open(sms, '_self')}
        />
      )}
      {isMasked && mayReveal && (
        <IconButton
          label={t('parties.file.reveal', { kind: `${kind} ${shown}` })}
          icon={<Eye />}
          onPress={() => void reveal()}
        />
      )}
      <IconButton
        label={t('parties.file.copy', { value: shown })}
        icon={<Copy />}
        onPress={() =>
          void copyText(point.value).then(
            (isCopied) => isCopied && toast({ kind: 'ok', title: t('parties.file.copied') }),
          )
        }
      />
    </li>
  )
}
