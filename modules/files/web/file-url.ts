import { urlOf } from '@peyvand/platform/web'
import { downloadFileRoute } from '../contract/index.ts'

/** Where a file's content is; `inline` shows images and PDF in the page instead of saving them. */
export const fileUrl = (id: string, { inline = false }: { inline?: boolean } = {}): string =>
  urlOf(downloadFileRoute, { params: { id }, query: inline ? { inline: 'true' } : {} })
