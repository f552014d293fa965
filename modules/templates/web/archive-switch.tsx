import { useT, useUrlState } from '@peyvand/platform/web'
import { SegmentedControl } from '@peyvand/ui'
import { z } from 'zod'

const Search = z.object({ archived: z.enum(['true', 'false']).catch('false').default('false') })

/** Whether a list shows what is offered or what was archived, kept in the address; with the filter that does it. */
export function useArchive() {
  const [{ archived }] = useUrlState(Search)
  return { field: 'archived', op: 'eq' as const, value: archived === 'true' }
}

export const ArchiveSwitch = () => {
  const t = useT()
  const [{ archived }, change] = useUrlState(Search)
  return (
    <span>
      <SegmentedControl
        label={t('templates.field.archived')}
        value={archived}
        options={[
          { id: 'false', label: t('templates.ui.offered') },
          { id: 'true', label: t('templates.ui.archive') },
        ]}
        onChange={(next) => change({ archived: next })}
      />
    </span>
  )
}
