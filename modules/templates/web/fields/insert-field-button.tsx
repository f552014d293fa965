import { useT } from '@peyvand/platform/web'
import { Button, DialogTrigger, Popover } from '@peyvand/ui'
import { Braces } from 'lucide-react'
import { mergeFieldGroups } from '../../contract/index.ts'
import { SearchMenu, searchMenuPopover } from '../search-menu.tsx'
import type { MergeFields } from './use-merge-fields.ts'

type Props = { merge: MergeFields; onInsert: (key: string) => void; isDisabled?: boolean }

/** Chooses a field and puts it where the caret stands. */
export const InsertFieldButton = ({ merge, onInsert, isDisabled = false }: Props) => {
  const t = useT()
  const sections = mergeFieldGroups.map((group) => ({
    id: group,
    title: t(`templates.group.${group}`),
    items: merge.fields
      .filter((field) => field.group === group)
      .map(({ key }) => ({ id: key, label: merge.nameOf(key) })),
  }))
  return (
    <DialogTrigger>
      <Button kind="quiet" size="small" icon={<Braces size={16} aria-hidden />} isDisabled={isDisabled}>
        {t('templates.ui.insertField')}
      </Button>
      <Popover label={t('templates.ui.insertField')} placement="bottom start" className={searchMenuPopover}>
        {(close) => (
          <SearchMenu
            label={t('templates.ui.insertField')}
            sections={sections}
            empty={t('templates.ui.noField')}
            onPick={(key) => {
              close()
              onInsert(key)
            }}
          />
        )}
      </Popover>
    </DialogTrigger>
  )
}
