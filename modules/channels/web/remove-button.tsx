import { useProblemText, useT } from '@peyvand/platform/web'
import { Button, confirm, toast } from '@peyvand/ui'
import { tellOfChannels } from './tell-of-channels.ts'

/** Takes the settings of a channel away, after asking. */
export const RemoveButton = ({ onRemove }: { onRemove: () => Promise<unknown> }) => {
  const t = useT()
  const problem = useProblemText()
  const remove = async () => {
    const isSure = await confirm({
      title: t('channels.remove'),
      body: t('channels.removeAsk'),
      confirmLabel: t('channels.remove'),
      isDanger: true,
    })
    if (!isSure) return
    try {
      await onRemove()
      await tellOfChannels()
      toast({ kind: 'ok', title: t('web.saved') })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return <Button onPress={() => void remove()}>{t('channels.remove')}</Button>
}
