import { useT } from '@peyvand/platform/web'
import { Button, Callout } from '@peyvand/ui'

type Props = { draft: { wasRestored: boolean; discard: () => void } }

/** Says that what was typed before came back, and lets it go. */
export const DraftNote = ({ draft }: Props) => {
  const t = useT()
  if (!draft.wasRestored) return null
  return (
    <Callout
      action={
        <Button size="small" kind="quiet" onPress={draft.discard}>
          {t('web.draftDiscard')}
        </Button>
      }
    >
      {t('web.draftRestored')}
    </Callout>
  )
}
