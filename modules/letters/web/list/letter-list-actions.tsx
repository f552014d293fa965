import { useT } from '@peyvand/platform/web'
import { ButtonLink } from '@peyvand/ui'
import { useLocation } from '@tanstack/react-router'
import { MailPlus, PenLine } from 'lucide-react'

/** In the list of letters: registering and writing them as a secretariat does. Fills `activities.list.actions`. */
export const LetterListActions = () => {
  const t = useT()
  const isOfLetters = useLocation({ select: ({ pathname }) => pathname === '/activities/letters' })
  if (!isOfLetters) return null
  return (
    <>
      <ButtonLink href="/letters/new?direction=incoming" icon={<MailPlus size={16} aria-hidden />}>
        {t('letters.ui.new.incoming')}
      </ButtonLink>
      <ButtonLink href="/letters/new?direction=outgoing" icon={<PenLine size={16} aria-hidden />}>
        {t('letters.ui.new.outgoing')}
      </ButtonLink>
    </>
  )
}
