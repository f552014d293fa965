import { Slot, useMutateRoute, usePermission, useProblemText, useT } from '@peyvand/platform/web'
import {
  Button,
  ButtonLink,
  copyText,
  IconButton,
  Link,
  lazyPart,
  Menu,
  MenuItem,
  MenuTrigger,
  PageHeader,
  StatusPill,
  toast,
  useFormat,
} from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { EllipsisVertical, Eye, History, Link2, Merge, Pencil, RotateCcw, Star, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { type Party, starPartyRoute } from '../../contract/index.ts'
import { PartyAvatar } from '../display/party-avatar.tsx'
import { ShareMenu } from '../share/share-menu.tsx'
import { useDeleteParty } from './use-delete-party.ts'

const MergeWithDialog = lazyPart(
  async () => (await import('../duplicates/merge-with-dialog.tsx')).MergeWithDialog,
)
const PartyHistoryDrawer = lazyPart(
  async () => (await import('./party-history-drawer.tsx')).PartyHistoryDrawer,
)

/** Name and kind of the party, and what can be done with its file. */
export const FileHeader = ({ party }: { party: Party }) => {
  const t = useT()
  const format = useFormat()
  const subtitle = [
    party.jobTitle,
    party.number && `${t('parties.field.number')} ${format.digits(party.number)}`,
    party.brandName,
  ].filter(Boolean)
  return (
    <PageHeader
      title={
        <span className="flex flex-wrap items-center gap-2.5">
          <PartyAvatar party={party} size={40} />
          <span>
            {party.honorific && <span className="font-normal text-muted">{party.honorific} </span>}
            {party.name}
          </span>
          <StatusPill tone={party.kind === 'person' ? 'accent' : 'violet'}>
            {t(`parties.kind.${party.kind}`)}
          </StatusPill>
        </span>
      }
      subtitle={
        <span className="flex flex-wrap items-center gap-x-1.5">
          {subtitle.map((part) => (
            <span key={part} className="after:ms-1.5 after:content-['·'] last:after:content-none">
              {part}
            </span>
          ))}
          {party.worksFor && <Link href={`/parties/${party.worksFor.id}`}>{party.worksFor.name}</Link>}
        </span>
      }
      actions={<FileActions party={party} />}
    />
  )
}

const FileActions = ({ party }: { party: Party }) => {
  const t = useT()
  const problem = useProblemText()
  const navigate = useNavigate()
  const star = useMutateRoute(starPartyRoute, ['parties'])
  const { remove, restore } = useDeleteParty()
  const mayMerge = usePermission('parties.merge')
  const explains = usePermission('roles.manage')
  const [isMerging, setMerging] = useState(false)
  const [isShowingHistory, setShowingHistory] = useState(false)
  if (party.deletedAt) {
    return party.can.restore ? (
      <Button kind="primary" icon={<RotateCcw size={16} aria-hidden />} onPress={() => void restore(party)}>
        {t('parties.restore')}
      </Button>
    ) : null
  }
  const copyLink = () =>
    void copyText(window.location.origin + `/parties/${party.id}`).then(
      (isCopied) => isCopied && toast({ kind: 'ok', title: t('parties.file.copied') }),
    )
  return (
    <>
      <IconButton
        label={party.starred ? t('parties.file.unstar') : t('parties.file.star')}
        icon={<Star className={party.starred ? 'fill-current text-warn' : ''} />}
        aria-pressed={party.starred}
        onPress={() =>
          star.mutate(
            { params: { id: party.id }, body: { starred: !party.starred } },
            { onError: (error) => toast({ kind: 'bad', title: problem(error) }) },
          )
        }
      />
      <Slot name="parties.file.actions" with={{ party }} />
      <ShareMenu party={party} />
      <MenuTrigger>
        <IconButton label={t('parties.file.actions')} icon={<EllipsisVertical />} kind="secondary" />
        <Menu aria-label={t('parties.file.actions')} placement="bottom end">
          <MenuItem icon={<Link2 />} onAction={copyLink}>
            {t('parties.file.copyLink')}
          </MenuItem>
          {explains && (
            <MenuItem
              icon={<Eye />}
              onAction={() =>
                void navigate({ to: `/settings/access?record=parties&recordId=${party.id}` as never })
              }
            >
              {t('parties.file.whoSees')}
            </MenuItem>
          )}
          <MenuItem icon={<History />} onAction={() => setShowingHistory(true)}>
            {t('history.changes')}
          </MenuItem>
          {mayMerge && party.can.update && (
            <MenuItem icon={<Merge />} onAction={() => setMerging(true)}>
              {t('parties.duplicates.mergeWithOther')}
            </MenuItem>
          )}
          {party.can.delete && (
            <MenuItem
              icon={<Trash2 />}
              isDanger
              onAction={() => void remove(party, () => void navigate({ to: '/parties' as never }))}
            >
              {t('web.delete')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {isShowingHistory && <PartyHistoryDrawer party={party} onClose={() => setShowingHistory(false)} />}
      {isMerging && <MergeWithDialog party={party} onClose={() => setMerging(false)} />}
      {party.can.update && (
        <ButtonLink kind="primary" href={`/parties/${party.id}/edit`} icon={<Pencil size={16} aria-hidden />}>
          {t('web.edit')}
        </ButtonLink>
      )}
    </>
  )
}
