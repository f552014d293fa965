import {
  File,
  FileArchive,
  FileImage,
  FileMusic,
  FileSpreadsheet,
  FileText,
  FileVideo,
  type LucideIcon,
} from 'lucide-react'

const icons: readonly [RegExp, LucideIcon][] = [
  [/^image\//, FileImage],
  [/^audio\//, FileMusic],
  [/^video\//, FileVideo],
  [/sheet|excel|csv/, FileSpreadsheet],
  [/pdf|word|document|^text\//, FileText],
  [/zip|rar|7z|tar|compressed/, FileArchive],
]

export const FileIcon = ({ type }: { type: string }) => {
  const Icon = icons.find(([pattern]) => pattern.test(type))?.[1] ?? File
  return <Icon size={18} className="shrink-0 text-muted" aria-hidden />
}
