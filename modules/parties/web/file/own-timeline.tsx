import { isolate, joinFacts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { useFormat, useUi } from '@peyvand/ui'
import {
  ArrowLeftRight,
  Link2,
  ListChecks,
  LogIn,
  LogOut,
  type LucideIcon,
  Merge,
  Pencil,
  RotateCcw,
  Sparkles,
  Split,
  Trash2,
  UserCog,
} from 'lucide-react'
import type { TimelineItem } from '../../contract/index.ts'
import { fieldKey } from './field-key.ts'

type Named = { nameFa?: string; nameEn?: string; labelFa?: string; labelEn?: string; name?: string }

const icons: Record<string, LucideIcon> = {
  created: Sparkles,
  updated: Pencil,
  owner: UserCog,
  joined: LogIn,
  left: LogOut,
  state: ListChecks,
  converted: ArrowLeftRight,
  linked: Link2,
  deleted: Trash2,
  restored: RotateCcw,
  merged: Merge,
  unmerged: Split,
}

export const OwnIcon = ({ type }: { type: string }) => {
  const Icon = icons[type] ?? Pencil
  return <Icon aria-hidden />
}

/** One line on what happened to the file itself, after its title: «سرنخ‌ها ← مشتریان». */
export function useOwnDetail(): (item: TimelineItem) => string | null {
  const t = useT()
  const { locale } = useUi()
  const format = useFormat()
  const nameOf = (value: unknown): string | null => {
    if (typeof value === 'string') return value || null
    if (typeof value !== 'object' || value === null) return null
    const { name, nameFa, nameEn, labelFa, labelEn } = value as Named
    return name ?? (locale === 'fa' ? (nameFa ?? labelFa) : (nameEn ?? labelEn)) ?? null
  }
  const change = (from: unknown, to: unknown) =>
    t('parties.file.fromTo', { from: isolate(nameOf(from) ?? '—'), to: isolate(nameOf(to) ?? '—') })

  return ({ type, summary }) => {
    if (type === 'owner' || type === 'converted') return change(summary['from'], summary['to'])
    if (type === 'state')
      return `${nameOf(summary['group']) ?? ''}: ${change(summary['from'], summary['state'])}`
    if (type === 'joined' || type === 'left')
      return joinFacts([nameOf(summary['group']), nameOf(summary['state'])]) || null
    if (type === 'merged' || type === 'unmerged') return nameOf(summary['other'])
    if (type === 'linked') {
      const inverse = summary['inverse'] === true ? '.inverse' : ''
      return `${t(`parties.link.${String(summary['label'])}${inverse}`)}: ${nameOf(summary['other']) ?? ''}`
    }
    if (type === 'updated' && Array.isArray(summary['fields']))
      return format.list(summary['fields'].map((field) => t(fieldKey(String(field)))))
    return null
  }
}
