import { useT } from '@peyvand/platform/web'
import { Button, copyText, toast } from '@peyvand/ui'
import { Copy } from 'lucide-react'

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text }: { text: string }) {
  const t = useT()
  const copy = () =>
    copyText(text).then((isCopied) =>
      toast(
        isCopied
          ? { kind: 'ok', title: t('identity.ui.copied') }
          : { kind: 'warn', title: t('identity.ui.copyByHand') },
      ),
    )
  return (
    <Button icon={<Copy size={16} aria-hidden />} onPress={() => void copy()}>
      {t('identity.ui.copy')}
    </Button>
  )
}
