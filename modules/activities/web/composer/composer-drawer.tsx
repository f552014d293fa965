import { useT } from '@peyvand/platform/web'
import { Button, Drawer, Kbd, toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { ComposerFields } from './composer-fields.tsx'
import { KindSwitch } from './kind-switch.tsx'
import { type ComposerStart, type SavedActivity, useComposer } from './use-composer.ts'

type Props = { start: ComposerStart; onClose: () => void }

/** A new activity of any kind in a drawer, over any screen. */
export const ComposerDrawer = ({ start, onClose }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  const onSaved = ({ id, subject, hasFollowUp }: SavedActivity) => {
    onClose()
    toast({
      kind: 'ok',
      title: t(hasFollowUp ? 'activities.savedWithFollowUp' : 'activities.saved', { subject }),
      action: {
        label: t('activities.open'),
        onPress: () => void navigate({ to: `/activities/${id}` as never }),
      },
    })
  }
  const composer = useComposer(start, { onSaved, onKept: onClose })
  const { isSubmitting } = composer.form.formState
  return (
    <Drawer
      isOpen
      size="wide"
      isDismissable={!isSubmitting}
      onOpenChange={onClose}
      title={t('activities.form.new')}
      footer={
        <>
          <Button kind="primary" isPending={isSubmitting} onPress={composer.save}>
            {t('web.save')}
          </Button>
          <Button isDisabled={isSubmitting} onPress={onClose}>
            {t('web.cancel')}
          </Button>
          <span className="ms-auto text-muted max-sm:hidden">
            <Kbd>Ctrl Enter</Kbd>
          </span>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <KindSwitch value={composer.form.watch('kind')} onChange={composer.setKind} />
        <ComposerFields composer={composer} asksParty />
      </div>
    </Drawer>
  )
}
