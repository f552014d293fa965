import { useT } from '@peyvand/platform/web'
import { Button } from '@peyvand/ui'
import { openComposer } from '../composer/composer-store.ts'
import { kindIcons } from '../kinds/kind-icons.ts'

const offered = ['call', 'task', 'meeting', 'letter'] as const

/** The forms most used, one press away. */
export const QuickActions = () => {
  const t = useT()
  return (
    <div className="flex flex-wrap gap-2 max-sm:grid max-sm:grid-cols-2">
      {offered.map((kind) => {
        const Icon = kindIcons[kind]
        return (
          <Button key={kind} icon={<Icon size={16} aria-hidden />} onPress={() => openComposer({ kind })}>
            {t(`activities.new.${kind}`)}
          </Button>
        )
      })}
    </div>
  )
}
