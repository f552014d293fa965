import { urlOf, useT } from '@peyvand/platform/web'
import { IconButton, lazyPart, Menu, MenuItem, MenuTrigger } from '@peyvand/ui'
import { Contact, Printer, Share2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { getPartyCardRoute, type Party } from '../../contract/index.ts'

const ShareDialog = lazyPart(async () => (await import('./share-dialog.tsx')).ShareDialog)
const PrintDialog = lazyPart(async () => (await import('./print-dialog.tsx')).PrintDialog)

/** Ways in which a file leaves the page: to a colleague, on paper, into an address book. */
export const ShareMenu = ({ party }: { party: Party }) => {
  const t = useT()
  const [open, setOpen] = useState<'share' | 'print' | null>(null)
  const card = (version: '3.0' | '4.0') =>
    urlOf(getPartyCardRoute, { params: { id: party.id }, query: { version } })
  const close = () => setOpen(null)
  return (
    <>
      <MenuTrigger>
        <IconButton kind="secondary" label={t('parties.share')} icon={<Share2 />} />
        <Menu aria-label={t('parties.share.menu')} placement="bottom end">
          <MenuItem icon={<UserPlus />} onAction={() => setOpen('share')}>
            {t('parties.share.withColleague')}
          </MenuItem>
          <MenuItem icon={<Printer />} onAction={() => setOpen('print')}>
            {t('parties.share.paper')}
          </MenuItem>
          <MenuItem icon={<Contact />} href={card('4.0')} download>
            {t('parties.share.card')}
          </MenuItem>
          <MenuItem icon={<Contact />} href={card('3.0')} download>
            {t('parties.share.card3')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      {open === 'share' && <ShareDialog party={party} onClose={close} />}
      {open === 'print' && <PrintDialog party={party} onClose={close} />}
    </>
  )
}
