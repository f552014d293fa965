import { Slot, useSlot, useT, useUrlState } from '@peyvand/platform/web'
import { lazyPart, type TabItem, Tabs, useFormat } from '@peyvand/ui'
import { useMedia } from '@peyvand/ui/data'
import { Suspense } from 'react'
import { z } from 'zod'
import type { PartyFile } from '../../contract/index.ts'
import { callMark } from '../display/call-mark.ts'
import { Alerts } from './alerts.tsx'
import { FileHeader } from './file-header.tsx'
import { FileSide } from './file-side.tsx'
import { IdentityCard } from './identity-card.tsx'
import { NextSteps } from './next-steps.tsx'
import { PartyTimeline } from './party-timeline.tsx'
import { useFileKeys } from './use-file-keys.ts'

const FilesTab = lazyPart(async () => (await import('./files-tab.tsx')).FilesTab)
const LinksTab = lazyPart(async () => (await import('./links-tab.tsx')).LinksTab)
const ChangesTab = lazyPart(async () => (await import('./changes-tab.tsx')).ChangesTab)

const Search = z.object({ tab: z.string().optional().catch(undefined) })

/**
 * Three zones: who it is, what happened, what belongs to it. Under 1200 px the last becomes a tab, under 900 px
 * the first too.
 */
export const FileLayout = ({ file }: { file: PartyFile }) => {
  const t = useT()
  const format = useFormat()
  const { party } = file
  const hasSide = useMedia('(width >= 1200px)')
  const hasCard = useMedia('(width >= 900px)')
  const [{ tab }, setUrl] = useUrlState(Search)
  useFileKeys(party)

  const tabs: TabItem<string>[] = [
    { id: 'stream', label: t('parties.file.stream'), content: <Stream file={file} hasSteps={!hasSide} /> },
    ...(hasCard
      ? []
      : [{ id: 'card', label: t('parties.file.card'), content: <IdentityCard party={party} /> }]),
    ...(hasSide ? [] : [{ id: 'side', label: t('parties.file.side'), content: <FileSide file={file} /> }]),
    {
      id: 'links',
      label: t('parties.file.links'),
      ...countOf(file.links.length),
      content: <LinksTab party={party} links={file.links} />,
    },
    {
      id: 'files',
      label: t('parties.file.files'),
      ...countOf(file.counts['files'] ?? 0),
      content: <FilesTab party={party} />,
    },
    ...useModuleTabs(file),
    { id: 'changes', label: t('parties.file.changes'), content: <ChangesTab party={party} /> },
  ]
  const current = tabs.some(({ id }) => id === tab) ? (tab as string) : 'stream'
  return (
    <div className="flex flex-col gap-3" {...callMark(party)}>
      <FileHeader party={party} />
      <Alerts alerts={file.alerts} />
      <div className="grid items-start gap-4 min-[900px]:grid-cols-[300px_minmax(0,1fr)] min-[1200px]:grid-cols-[300px_minmax(0,1fr)_280px]">
        {hasCard && <IdentityCard party={party} />}
        <Tabs
          label={t('parties.file.tabs')}
          items={tabs}
          value={current}
          onChange={(next) => setUrl({ tab: next === 'stream' ? undefined : next })}
        />
        {hasSide && <FileSide file={file} />}
      </div>
    </div>
  )

  function countOf(count: number) {
    return count > 0 ? { count: format.number(count) } : {}
  }
}

/** Tabs of other modules: slot `parties.file.tab`, each given `{ party }`; `counts` by its id shows beside it. */
function useModuleTabs({ party, counts }: PartyFile): TabItem<string>[] {
  const t = useT()
  const format = useFormat()
  return useSlot('parties.file.tab').map(({ id, label, component: Content }) => {
    const count = counts[id] ?? 0
    return {
      id,
      label: t(label ?? id),
      ...(count > 0 && { count: format.number(count) }),
      content: (
        <Suspense fallback={null}>
          <Content party={party} />
        </Suspense>
      ),
    }
  })
}

const Stream = ({ file, hasSteps }: { file: PartyFile; hasSteps: boolean }) => (
  <div className="flex flex-col gap-3">
    {!file.party.deletedAt && <Slot name="parties.file.composer" with={{ party: file.party }} />}
    {hasSteps && <NextSteps steps={file.nextSteps} />}
    <PartyTimeline file={file} />
  </div>
)
