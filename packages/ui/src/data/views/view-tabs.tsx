import { ChevronDown, Eye, EyeOff, Pencil, Trash2, Users } from 'lucide-react'
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

const ViewNameDialog = lazyPart(async () => (await import('./view-name-dialog.tsx')).ViewNameDialog)

export type SavedView = {
  id: string
  name: string
  /** Number of things in it, already formatted. */
  count?: string
  /** Seen by everyone who sees the list. */
  isPublic?: boolean
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
  onShare: (id: string, isPublic: boolean) => void
  onDelete: (id: string) => void
  className?: string
}

/** Saved views of a list as tabs. Everything is held by the caller; this shows and asks. */
export const ViewTabs = ({ views, value, onChange, isChanged = false, className, ...on }: ViewTabsProps) => {
  const t = useDataTexts()
  const [naming, setNaming] = useState<'rename' | 'saveAs' | null>(null)
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
        {views.map(({ id, name, count, isPublic }) => (
          <ToggleButton
            key={id}
            id={id}
            className="-mb-px flex min-h-[calc(var(--control-h)+6px)] shrink-0 cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-3 whitespace-nowrap text-muted -outline-offset-2 transition-colors duration-120 data-hovered:text-text data-selected:border-accent data-selected:font-semibold data-selected:text-accent-text"
          >
            {isPublic && <Users size={14} role="img" aria-label={t.sharedView} />}
            {name}
            {count && <Badge>{count}</Badge>}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {current && canChange && (
        <MenuTrigger>
          <IconButton label={t.viewActions(current.name)} icon={<ChevronDown />} className="mb-1" />
          <Menu aria-label={t.viewActions(current.name)}>
            <MenuItem icon={<Pencil />} onAction={() => setNaming('rename')}>
              {t.renameView}
            </MenuItem>
            <MenuItem
              icon={current.isPublic ? <EyeOff /> : <Eye />}
              onAction={() => on.onShare(value, !current.isPublic)}
            >
              {current.isPublic ? t.unshareView : t.shareView}
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={<Trash2 />} isDanger onAction={() => void askDelete(current)}>
              {t.deleteView}
            </MenuItem>
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
