import { AppError, type Ctx } from '@peyvand/platform/server'
import { type DocumentKind, documentKinds } from '../contract/index.ts'
import { convertDocument } from './convert-document.ts'
import { documentSettings } from './document-settings.ts'
import { issueDocument } from './issue-document.ts'

/**
 * Makes the proforma or the invoice of an order that was issued, where the firm wants it, and issues it. Where somebody
 * was quicker nothing is left, and nothing is made.
 */
export async function billOrder(
  ctx: Ctx,
  { documentId, kind }: { documentId: string; kind: DocumentKind },
): Promise<void> {
  if (!documentKinds[kind].billed) return
  const { billing } = await documentSettings(ctx)
  if (billing === 'byHand') return
  try {
    const { id, version } = await convertDocument(ctx, documentId, { kind: billing })
    await issueDocument(ctx, id, { version })
  } catch (error) {
    // What people refuse or did before is theirs; everything else is a fault.
    if (!(error instanceof AppError)) throw error
  }
}
