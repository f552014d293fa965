import { smsParts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'

/** How many SMS a text takes and what still fits into the last one; for any place where one is written. */
export const SmsCounter = ({ text }: { text: string }) => {
  const t = useT()
  const format = useFormat()
  const { parts, length, left, encoding } = smsParts(text)
  return (
    <p className="text-meta text-muted" title={t(`templates.ui.sms.${encoding}`)}>
      {t('templates.ui.sms.count', {
        parts: format.number(parts),
        length: format.number(length),
        left: format.number(left),
      })}
    </p>
  )
}
