import { type SearchHit, searchRoute } from '@peyvand/platform/contract'
import { recentRecords, rememberRecord, useRoute, useT } from '@peyvand/platform/web'
import { CommandPalette, type PaletteItem } from '@peyvand/ui/data'
import { useRouter } from '@tanstack/react-router'
import { File } from 'lucide-react'
import { useState } from 'react'
import { modules } from '../modules.ts'
import { matches } from './matches.ts'
import { useCommands } from './use-commands.ts'
import { useNavigationItems } from './use-navigation.ts'

const kinds = new Map(modules.flatMap(({ records = {} }) => Object.entries(records)))

/** Ctrl K: every record by any part of it, every screen and command by its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useT()
  const router = useRouter()
  const [text, setText] = useState('')

  const asked = text.trim()
  const isAsking = asked.length >= 2
  const search = useRoute(searchRoute, { query: { q: asked } }, { enabled: isAsking, keepPrevious: true })
  const hits = isAsking ? (search.data?.items ?? []) : []
  const types = [...new Set(hits.map(({ type }) => type))]

  const go = (href: string) => router.history.push(href)
  const recordItem = (hit: SearchHit): PaletteItem => {
    const kind = kinds.get(hit.type)
    const Icon = kind?.iconOf?.(hit.kind) ?? kind?.icon ?? File
    return {
      id: `${hit.type}:${hit.id}`,
      label: hit.title,
      ...(hit.subtitle ? { description: hit.subtitle } : {}),
      icon: <Icon />,
      onAction: () => {
        rememberRecord(hit)
        if (kind) go(kind.href(hit.id, hit.kind))
      },
    }
  }
  const commands = useCommands()
    .map((command) => ({ ...command, name: command.isText ? command.label : t(command.label) }))
    .filter(({ name }) => matches(name, asked))
  const places = useNavigationItems()
    .map((item) => ({ ...item, name: item.isText ? item.label : t(item.label) }))
    .filter(({ name }) => asked !== '' && matches(name, asked))

  return (
    <CommandPalette
      isOpen
      onOpenChange={onClose}
      onQuery={setText}
      isLoading={search.isFetching}
      recent={recentRecords().map(recordItem)}
      sections={[
        ...types.map((type) => ({
          id: type,
          title: t(kinds.get(type)?.label ?? type),
          items: hits.filter((hit) => hit.type === type).map(recordItem),
        })),
        {
          id: 'commands',
          title: t('shell.commands'),
          items: commands.map(({ id, name, icon: Icon, to, run, shortcut }) => ({
            id,
            label: name,
            icon: <Icon />,
            ...(shortcut ? { shortcut } : {}),
            onAction: run ?? (() => go(to)),
          })),
        },
        {
          id: 'places',
          title: t('shell.places'),
          items: places.map(({ to, name, icon: Icon }) => ({
            id: to,
            label: name,
            icon: <Icon />,
            onAction: () => go(to),
          })),
        },
      ]}
    />
  )
}
