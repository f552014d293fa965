import type { Activity } from '@peyvand/activities/contract'
import { printFile } from '@peyvand/files/web'
import { fetchFile, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { Button, ButtonLink, IconButton, Menu, MenuItem, MenuTrigger, toast } from '@peyvand/ui'
import { Ban, CopyPlus, Mail, PenLine, Printer, Reply, Stamp } from 'lucide-react'
import { useState } from 'react'
import { drawLetterRoute, getLetterRoute } from '../../contract/index.ts'
import { EnvelopeDialog } from './envelope-dialog.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { VoidDialog } from './void-dialog.tsx'

/** What a secretariat does with a letter; fills the slot `activities.activity.actions`. */
export const LetterActions = ({ activity }: { activity: Activity }) =>
  activity.kind === 'letter' && activity.deletedAt === null ? <Actions id={activity.id} /> : null

const Actions = ({ id }: { id: string }) => {
  const t = useT()
  const problem = useProblemText()
  const [open, setOpen] = useState<'issue' | 'void' | 'envelope' | null>(null)
  const { data: letter } = useRoute(getLetterRoute, { params: { id } })
  if (!letter) return null
  const { can, direction, isWritten, voided } = letter
  const close = () => setOpen(null)
  const print = async () => {
    try {
      await printFile(await fetchFile(drawLetterRoute, { params: { id }, query: { format: 'pdf' } }))
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <>
      {can.issue && (
        <Button kind="primary" icon={<Stamp size={16} aria-hidden />} onPress={() => setOpen('issue')}>
          {t('letters.ui.issue')}
        </Button>
      )}
      {can.update && (
        <ButtonLink icon={<PenLine size={16} aria-hidden />} href={`/letters/${id}/edit`}>
          {t(isWritten ? 'letters.ui.write' : 'letters.ui.editLetter')}
        </ButtonLink>
      )}
      {can.answer && direction !== 'outgoing' && (
        <ButtonLink
          icon={<Reply size={16} aria-hidden />}
          href={`/letters/new?direction=outgoing&answers=${id}`}
        >
          {t('letters.ui.answer')}
        </ButtonLink>
      )}
      {voided && isWritten && (
        <ButtonLink
          icon={<CopyPlus size={16} aria-hidden />}
          href={`/letters/new?direction=${direction}&like=${id}`}
        >
          {t('letters.ui.writeAnew')}
        </ButtonLink>
      )}
      {(isWritten || can.void) && (
        <MenuTrigger>
          <IconButton label={t('letters.ui.printAndMore')} icon={<Printer />} />
          <Menu aria-label={t('letters.ui.printAndMore')}>
            {isWritten ? (
              <MenuItem icon={<Printer />} onAction={() => void print()}>
                {t('letters.ui.print')}
              </MenuItem>
            ) : null}
            <MenuItem icon={<Mail />} onAction={() => setOpen('envelope')}>
              {t('letters.ui.envelope')}
            </MenuItem>
            {can.void ? (
              <MenuItem icon={<Ban />} isDanger onAction={() => setOpen('void')}>
                {t('letters.ui.void')}
              </MenuItem>
            ) : null}
          </Menu>
        </MenuTrigger>
      )}
      {open === 'issue' && <IssueDialog letter={letter} onClose={close} />}
      {open === 'void' && <VoidDialog letter={letter} onClose={close} />}
      {open === 'envelope' && <EnvelopeDialog letter={letter} onClose={close} />}
    </>
  )
}
