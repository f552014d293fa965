import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import type { ConfiguredOptions } from '../../contract/index.ts'

/** A choice in a line: «حافظه: ۲۴، رنگ: سفید». */
export const ConfigurationText = ({ configuration }: { configuration: ConfiguredOptions }) => {
  const t = useT()
  const format = useFormat()
  const named = configuration.options.map(({ group, name }) => t('catalog.options.chosen', { group, name }))
  return <span className="text-meta text-muted">{format.list(named)}</span>
}
