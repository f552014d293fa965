import { useRoute, useT } from '@peyvand/platform/web'
import { Button, DialogTrigger, Popover } from '@peyvand/ui'
import { Waypoints } from 'lucide-react'
import { listScriptsRoute } from '../../contract/index.ts'
import { SearchMenu, searchMenuPopover } from '../search-menu.tsx'

const filter = JSON.stringify({
  and: [
    { field: 'active', op: 'eq', value: true },
    { field: 'archived', op: 'eq', value: false },
  ],
})

/** Chooses the script that a call is led by; nothing is offered where the firm has none. */
export const ScriptChoice = ({ onPick }: { onPick: (scriptId: string) => void }) => {
  const t = useT()
  const { data } = useRoute(listScriptsRoute, { query: { limit: 200, count: 'none', filter } })
  const scripts = data?.items ?? []
  if (scripts.length === 0) return null
  return (
    <DialogTrigger>
      <Button size="small" icon={<Waypoints size={16} aria-hidden />}>
        {t('templates.ui.startScript')}
      </Button>
      <Popover label={t('templates.ui.startScript')} placement="bottom start" className={searchMenuPopover}>
        {(close) => (
          <SearchMenu
            label={t('templates.ui.startScript')}
            sections={[
              {
                id: 'scripts',
                title: t('templates.scripts'),
                items: scripts.map(({ id, name, description }) => ({
                  id,
                  label: name,
                  ...(description && { description }),
                })),
              },
            ]}
            empty={t('templates.ui.noneFound')}
            onPick={(id) => {
              close()
              onPick(id)
            }}
          />
        )}
      </Popover>
    </DialogTrigger>
  )
}
