import { useT } from '@peyvand/platform/web'
import { Button, Card, Kbd, toast } from '@peyvand/ui'
import { useState } from 'react'
import type { ActivityKind } from '../../contract/index.ts'
import { ComposerFields } from './composer-fields.tsx'
import { KindSwitch } from './kind-switch.tsx'
import { type ComposerStart, type SavedActivity, useComposer } from './use-composer.ts'

/** What the page that it stands on is about. */
type About = Pick<ComposerStart, 'parties' | 'targets'>

/** In a file or on a record's page: eight kinds in a row, the form under the chosen one. */
export const InlineComposer = (about: About) => {
  const [kind, setKind] = useState<ActivityKind | null>(null)
  return (
    <Card className="[&>div]:p-2.5">
      {kind === null ? (
        <KindSwitch value={null} onChange={setKind} />
      ) : (
        <OpenComposer about={about} kind={kind} onClose={() => setKind(null)} />
      )}
    </Card>
  )
}

type OpenProps = { about: About; kind: ActivityKind; onClose: () => void }

const OpenComposer = ({ about, kind, onClose }: OpenProps) => {
  const t = useT()
  const onSaved = ({ subject, hasFollowUp }: SavedActivity) => {
    toast({
      kind: 'ok',
      title: t(hasFollowUp ? 'activities.savedWithFollowUp' : 'activities.saved', { subject }),
    })
    onClose()
  }
  const composer = useComposer({ kind, ...about }, { onSaved, onKept: onClose })
  const { isSubmitting } = composer.form.formState
  return (
    <div className="flex flex-col gap-3.5">
      <KindSwitch value={composer.form.watch('kind')} onChange={composer.setKind} />
      <ComposerFields composer={composer} asksParty={!about.parties?.length} />
      <div className="flex items-center gap-2">
        <Button kind="primary" isPending={isSubmitting} onPress={composer.save}>
          {t('web.save')}
        </Button>
        <Button isDisabled={isSubmitting} onPress={onClose}>
          {t('web.cancel')}
        </Button>
        <span className="ms-auto text-muted max-sm:hidden">
          <Kbd>Ctrl Enter</Kbd>
        </span>
      </div>
    </div>
  )
}
