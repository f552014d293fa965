import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import type { DocumentLink } from '../../contract/index.ts'

type Named = Pick<DocumentLink, 'kind' | 'number' | 'revision'>

/** A document by kind and number, «پیشنهاد قیمت ۱۴۰۵/۱۲»; a draft by its kind alone. */
export function useDocumentName() {
  const t = useT()
  const format = useFormat()
  return ({ kind, number, revision }: Named): string =>
    [
      t(`documents.kind.${kind}`),
      number && format.digits(number),
      revision > 1 && t('documents.ui.revision', { number: format.number(revision) }),
    ]
      .filter(Boolean)
      .join(' ')
}
