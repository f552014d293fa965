import { useTexts } from '../provider/ui-context.ts'
import { useFormat } from '../provider/use-format.ts'

export type FileLimits = {
  /** MIME types, `image/*` or endings such as `.xlsx`. */
  accept?: string[]
  maxBytes?: number
}

const KB = 1024
const MB = KB * KB

/** Sorts files into accepted and refused; refusals are sentences. The server checks again. */
export const useFileLimits = ({ accept, maxBytes }: FileLimits) => {
  const t = useTexts()
  const format = useFormat()
  const size = (bytes: number) =>
    bytes < MB
      ? t.kilobytes(format.number(Math.ceil(bytes / KB)))
      : t.megabytes(format.number(bytes / MB, { decimals: 1 }))
  return (files: readonly File[]): { accepted: File[]; refused: string[] } => {
    const accepted: File[] = []
    const refused: string[] = []
    for (const file of files) {
      if (accept && !accept.some((rule) => matches(file, rule))) refused.push(t.fileTypeRefused(file.name))
      else if (maxBytes !== undefined && file.size > maxBytes)
        refused.push(t.fileTooLarge(file.name, size(maxBytes)))
      else accepted.push(file)
    }
    return { accepted, refused }
  }
}

const matches = (file: File, rule: string): boolean => {
  if (rule.startsWith('.')) return file.name.toLowerCase().endsWith(rule.toLowerCase())
  if (rule.endsWith('/*')) return file.type.startsWith(rule.slice(0, -1))
  return file.type === rule
}
