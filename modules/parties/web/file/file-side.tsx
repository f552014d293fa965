import { Slot, useT } from '@peyvand/platform/web'
import { Card } from '@peyvand/ui'
import type { PartyFile } from '../../contract/index.ts'
import { SharedWith } from '../share/shared-with.tsx'
import { LinkList } from './links-tab.tsx'
import { NextSteps } from './next-steps.tsx'

const shownLinks = 5

/** What belongs to the party: next steps, nearest relations, and what other modules put in `parties.file.side`. */
export const FileSide = ({ file }: { file: PartyFile }) => {
  const t = useT()
  return (
    <aside aria-label={t('parties.file.side')} className="flex flex-col gap-3">
      <NextSteps steps={file.nextSteps} />
      {file.links.length > 0 && (
        <Card>
          <LinkList
            title={t('parties.file.links')}
            party={{ ...file.party, can: { ...file.party.can, update: false } }}
            links={file.links.slice(0, shownLinks)}
          />
        </Card>
      )}
      <SharedWith partyId={file.party.id} />
      <Slot name="parties.file.side" with={{ party: file.party }} />
    </aside>
  )
}
