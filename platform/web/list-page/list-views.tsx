import { toast } from '@peyvand/ui'
import { ViewTabs } from '@peyvand/ui/data'
import { useT } from '../i18n.ts'
import { useProblemText } from '../problem-text.ts'
import type { ListViews as Stored } from './list-services.ts'
import { everythingView, type useListState } from './use-list-state.ts'

interface Props {
  stored: Stored
  state: ReturnType<typeof useListState>
  /** Another view was opened: what was selected is no longer in sight. */
  onOpened: () => void
}

/** The saved views of a list, with what was changed since and not saved. */
export function ListViews({ stored, state, onOpened }: Props) {
  const t = useT()
  const problem = useProblemText()
  const doing = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => toast({ kind: 'bad', title: problem(error) }))
  return (
    <ViewTabs
      views={[{ id: everythingView, name: t('web.allRecords') }, ...stored.views]}
      value={state.viewId}
      onChange={(id) => {
        onOpened()
        state.setView(id)
      }}
      isChanged={state.isChanged}
      onSave={() => {
        if (state.view) doing(stored.save(state.view.id, { definition: state.definition }).then(state.reset))
      }}
      onSaveAs={(name) => doing(stored.create(name, state.definition).then(state.setView))}
      onReset={state.reset}
      onRename={(id, name) => doing(stored.save(id, { name }))}
      onShare={(id, sharing) => doing(stored.save(id, { sharing }))}
      onDefault={(id) => doing(stored.setDefault(id))}
      onDelete={(id) => doing(stored.remove(id).then(() => state.setView(everythingView)))}
      teams={stored.teams}
      mayPublish={stored.mayPublish}
    />
  )
}
