import { useT } from '@peyvand/platform/web'
import { MessageSquareText, Phone } from 'lucide-react'

const reachClass =
  'grid size-11 shrink-0 place-items-center rounded-control text-accent-text no-underline hover:bg-surface-2'

type Props = { name: string; phone: string | null }

/** Call and message under the thumb, for a row on a phone; nothing where the number is none or hidden. */
export const ReachLinks = ({ name, phone }: Props) => {
  const t = useT()
  if (phone === null || phone.includes('*')) return null
  return (
    <span className="flex">
      {phone.startsWith('+989') && (
        <a href={`sms:${phone}`} aria-label={t('parties.smsTo', { name })} className={reachClass}>
          <MessageSquareText size={20} aria-hidden />
        </a>
      )}
      <a href={`tel:${phone}`} aria-label={t('parties.callTo', { name })} className={reachClass}>
        <Phone size={20} aria-hidden />
      </a>
    </span>
  )
}
