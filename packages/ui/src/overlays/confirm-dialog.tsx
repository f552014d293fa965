import { Button } from '../actions/button.tsx'
import { useTexts } from '../provider/ui-context.ts'
import { answerQuestion, type Question } from './confirm.ts'
import { Dialog } from './dialog.tsx'

/** The window of a question; `ConfirmHost` loads it with the first one. */
export const ConfirmDialog = ({ asked }: { asked: Question }) => {
  const t = useTexts()
  const answer = (isConfirmed: boolean) => answerQuestion(asked, isConfirmed)
  return (
    <Dialog
      isOpen
      onOpenChange={() => answer(false)}
      role="alertdialog"
      size="small"
      title={asked.title}
      footer={
        <>
          {/* A question takes the focus by pattern; a dangerous one rests on the way back. */}
          <Button
            kind={asked.isDanger ? 'danger' : 'primary'}
            onPress={() => answer(true)}
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={!asked.isDanger}
          >
            {asked.confirmLabel}
          </Button>
          <Button
            onPress={() => answer(false)}
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={asked.isDanger ?? false}
          >
            {t.cancel}
          </Button>
        </>
      }
    >
      <p className="text-prose">{asked.body}</p>
    </Dialog>
  )
}
