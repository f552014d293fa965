import { useRoute, useT } from '@peyvand/platform/web'
import { Select } from '@peyvand/ui'
import { listPaperDesignsRoute } from '../../contract/index.ts'
import type { PaperLook } from './paper-look.ts'

type Props = { value: PaperLook; onChange: (look: PaperLook) => void }

/** The usual design, that of a language, or one of the firm's. */
export const DesignSelect = ({ value, onChange }: Props) => {
  const t = useT()
  const designs = (useRoute(listPaperDesignsRoute, {}).data?.items ?? []).filter(({ archived }) => !archived)
  return (
    <Select
      label={t('documents.paper.look')}
      value={value}
      options={[
        { id: 'usual', label: t('documents.paper.usual') },
        ...(['fa', 'en'] as const).map((id) => ({ id, label: t(`documents.paper.usualIn.${id}`) })),
        ...designs.map(({ id, name }) => ({ id, label: name })),
      ]}
      onChange={(next) => next && onChange(next)}
    />
  )
}
