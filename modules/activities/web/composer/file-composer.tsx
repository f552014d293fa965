import type { Party } from '@peyvand/parties/contract'
import { useT } from '@peyvand/platform/web'
import { Button, Card, Kbd, toast } from '@peyvand/ui'
import { useState } from 'react'
import type { ActivityKind } from '../../contract/index.ts'
import { ComposerFields } from './composer-fields.tsx'
import { KindSwitch } from './kind-switch.tsx'
import { type SavedActivity, useComposer } from './use-composer.ts'

/** In a party's file: eight kinds in a row, the form under the chosen one. */
export const FileComposer = ({ party }: { party: Party }) => {
  const [kind, setKind] = useState<ActivityKind | null>(null)
  return (
    <Card className="[&>div]:p-2.5">
      {kind === null ? (
        <KindSwitch value={null} onChange={setKind} />
      ) : (
        <OpenComposer party={party} kind={kind} onClose={() => setKind(null)} />
      )}
    </Card>
  )
}

type OpenProps = { party: Party; kind: ActivityKind; onClose: () => void }

const OpenComposer = ({ party, kind, onClose }: OpenProps) => {
  const t = useT()
  const onSaved = ({ subject, hasFollowUp }: SavedActivity) => {
    toast({
      kind: 'ok',
      title: t(hasFollowUp ? 'activities.savedWithFollowUp' : 'activities.saved', { subject }),
    })
    onClose()
  }
  const composer = useComposer(
    { kind, parties: [{ id: party.id, name: party.name }] },
    { onSaved, onKept: onClose },
  )
  const { isSubmitting } = composer.form.formState
  return (
    <div className="flex flex-col gap-3.5">
      <KindSwitch value={composer.form.watch('kind')} onChange={composer.setKind} />
      <ComposerFields composer={composer} asksParty={false} />
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
