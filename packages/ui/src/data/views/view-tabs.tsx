import { ChevronDown, Globe, Pencil, Share2, Star, Trash2, Users } from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Button } from '../../actions/button.tsx'
import { IconButton } from '../../actions/icon-button.tsx'
import { cx } from '../../cx.ts'
import { Badge } from '../../display/badge.tsx'
import { lazyPart } from '../../lazy-part.tsx'
import { confirm } from '../../overlays/confirm.ts'
import { Menu, MenuItem, MenuSeparator } from '../../overlays/menu.tsx'
import { useDataTexts } from '../texts.ts'

const ShareViewDialog = lazyPart(async () => (await import('./share-view-dialog.tsx')).ShareViewDialog)
const ViewNameDialog = lazyPart(async () => (await import('./view-name-dialog.tsx')).ViewNameDialog)

/** Who sees a view: its owner, the members of some teams too, everyone who sees the list. */
export type ViewSharing = { visibility: 'private' | 'team' | 'public'; teamIds: readonly string[] }

export type SavedView = {
  id: string
  name: string
  /** Number of things in it, already formatted. */
  count?: string
  sharing?: ViewSharing
  /** The list opens with it, for this user. */
  isDefault?: boolean
  /** Ready views of the program and others' public ones cannot be changed. */
  canChange?: boolean
}

export type ViewTabsProps = {
  views: readonly SavedView[]
  value: string
  onChange: (id: string) => void
  /** Filter, sort or columns differ from what the open view holds. */
  isChanged?: boolean
  onSave?: () => void
  onSaveAs: (name: string) => void
  onReset: () => void
  onRename: (id: string, name: string) => void
  onShare: (id: string, sharing: ViewSharing) => void
  /** Null: the list opens without one. */
  onDefault: (id: string | null) => void
  /** With whom this user may share. */
  teams?: readonly { id: string; label: string }[]
  mayPublish?: boolean
  onDelete: (id: string) => void
  className?: string
}

/** Saved views of a list as tabs. Everything is held by the caller; this shows and asks. */
export const ViewTabs = ({ views, value, onChange, isChanged = false, className, ...on }: ViewTabsProps) => {
  const t = useDataTexts()
  const [naming, setNaming] = useState<'rename' | 'saveAs' | null>(null)
  const [isSharing, setSharing] = useState(false)
  const current = views.find(({ id }) => id === value)
  const canChange = current?.canChange ?? false

  return (
    <div className={cx('flex min-w-0 flex-wrap items-end gap-x-2 border-b border-line', className)}>
      {/* A choice of one, not tabs: the list below belongs to the page, no panel of ours stands under it. */}
      <ToggleButtonGroup
        aria-label={t.views}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          for (const key of keys) onChange(String(key))
        }}
        className="flex max-w-full min-w-0 gap-1 overflow-x-auto [scrollbar-width:none]"
      >
        {views.map(({ id, name, count, sharing, isDefault }) => (
          <ToggleButton
            key={id}
            id={id}
            className="-mb-px flex min-h-[calc(var(--control-h)+6px)] shrink-0 cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-3 whitespace-nowrap text-muted -outline-offset-2 transition-colors duration-120 data-hovered:text-text data-selected:border-accent data-selected:font-semibold data-selected:text-accent-text"
          >
            {sharing?.visibility === 'public' && <Globe size={14} role="img" aria-label={t.sharedView} />}
            {sharing?.visibility === 'team' && <Users size={14} role="img" aria-label={t.teamView} />}
            {name}
            {isDefault && <Star size={12} fill="currentColor" role="img" aria-label={t.defaultView} />}
            {count && <Badge>{count}</Badge>}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {current?.sharing && (
        <MenuTrigger>
          <IconButton label={t.viewActions(current.name)} icon={<ChevronDown />} className="mb-1" />
          <Menu aria-label={t.viewActions(current.name)}>
            <MenuItem icon={<Star />} onAction={() => on.onDefault(current.isDefault ? null : value)}>
              {current.isDefault ? t.dropDefaultView : t.makeDefaultView}
            </MenuItem>
            {canChange && (
              <>
                <MenuItem icon={<Pencil />} onAction={() => setNaming('rename')}>
                  {t.renameView}
                </MenuItem>
                <MenuItem icon={<Share2 />} onAction={() => setSharing(true)}>
                  {t.shareViewAction}
                </MenuItem>
                <MenuSeparator />
                <MenuItem icon={<Trash2 />} isDanger onAction={() => void askDelete(current)}>
                  {t.deleteView}
                </MenuItem>
              </>
            )}
          </Menu>
        </MenuTrigger>
      )}
      {isChanged && (
        <output className="mb-1 flex flex-wrap items-center gap-1 text-meta text-muted">
          <span>{t.unsavedView}</span>
          {canChange && on.onSave && (
            <Button size="small" kind="quiet" className="text-accent-text!" onPress={on.onSave}>
              {t.saveView}
            </Button>
          )}
          <Button size="small" kind="quiet" className="text-accent-text!" onPress={() => setNaming('saveAs')}>
            {t.saveViewAs}
          </Button>
          <Button size="small" kind="quiet" onPress={on.onReset}>
            {t.resetView}
          </Button>
        </output>
      )}
      {naming && (
        <ViewNameDialog
          title={naming === 'rename' ? t.renameView : t.saveViewAs}
          name={naming === 'rename' ? (current?.name ?? '') : ''}
          onSave={(name) => (naming === 'rename' ? on.onRename(value, name) : on.onSaveAs(name))}
          onClose={() => setNaming(null)}
        />
      )}
      {isSharing && current?.sharing && (
        <ShareViewDialog
          name={current.name}
          sharing={current.sharing}
          teams={on.teams ?? []}
          mayPublish={on.mayPublish ?? false}
          onShare={(sharing) => on.onShare(value, sharing)}
          onClose={() => setSharing(false)}
        />
      )}
    </div>
  )

  async function askDelete({ id, name }: SavedView) {
    const isSure = await confirm({
      title: t.deleteView,
      body: t.deleteViewBody(name),
      confirmLabel: t.deleteView,
      isDanger: true,
    })
    if (isSure) on.onDelete(id)
  }
}
