import { listChanges, recordAsOf } from '@peyvand/history/server'
import { requireParty } from '@peyvand/parties/server'
import { canSeeDeal } from '@peyvand/pipeline/server'
import { handle, notFound, type RouteHandler } from '@peyvand/platform/server'
import * as contract from '../contract/index.ts'
import { acceptDocument, rejectDocument } from './answer-document.ts'
import { approveDocument, declineDocument, withdrawDocument } from './approve-document.ts'
import { cancelDocument, finishDocument, reopenDocument } from './change-status.ts'
import { convertDocument } from './convert-document.ts'
import { createDocument } from './create-document.ts'
import { deleteDocument, restoreDocument } from './delete-document.ts'
import { documentHistory, restoreDocumentField } from './document-history.ts'
import {
  documentFields,
  documentsOfDeal,
  documentsOfParty,
  getDocument,
  listDocuments,
  summarizeDocuments,
} from './document-queries.ts'
import { documentSettings, updateDocumentSettings } from './document-settings.ts'
import { issueDocument } from './issue-document.ts'
import { previewDocument } from './preview-document.ts'
import { purchasesOfParty } from './purchases.ts'
import { copyDocument, reviseDocument } from './revise-document.ts'
import { updateDocument } from './update-document.ts'

export const documentRoutes: readonly RouteHandler[] = [
  handle(contract.getDocumentSettingsRoute, documentSettings),
  handle(contract.updateDocumentSettingsRoute, (ctx, { body }) => updateDocumentSettings(ctx, body)),
  handle(contract.listDocumentsRoute, (ctx, { query }) => listDocuments(ctx, query)),
  handle(contract.listBinnedDocumentsRoute, (ctx, { query }) =>
    listDocuments(ctx, { ...query, deleted: true }),
  ),
  handle(contract.summarizeDocumentsRoute, (ctx, { query }) => summarizeDocuments(ctx, query)),
  handle(contract.documentFieldsRoute, documentFields),
  handle(contract.previewDocumentRoute, (ctx, { body }) => previewDocument(ctx, body)),
  handle(contract.createDocumentRoute, (ctx, { body }) => createDocument(ctx, body)),
  handle(contract.getDocumentRoute, (ctx, { params }) => getDocument(ctx, params.id)),
  handle(contract.updateDocumentRoute, (ctx, { params, body }) => updateDocument(ctx, params.id, body)),
  handle(contract.deleteDocumentRoute, (ctx, { params }) => deleteDocument(ctx, params.id)),
  handle(contract.restoreDocumentRoute, (ctx, { params }) => restoreDocument(ctx, params.id)),
  handle(contract.issueDocumentRoute, (ctx, { params, body }) => issueDocument(ctx, params.id, body)),
  handle(contract.approveDocumentRoute, (ctx, { params, body }) => approveDocument(ctx, params.id, body)),
  handle(contract.declineDocumentRoute, (ctx, { params, body }) => declineDocument(ctx, params.id, body)),
  handle(contract.withdrawDocumentRoute, (ctx, { params, body }) => withdrawDocument(ctx, params.id, body)),
  handle(contract.acceptDocumentRoute, (ctx, { params, body }) => acceptDocument(ctx, params.id, body)),
  handle(contract.rejectDocumentRoute, (ctx, { params, body }) => rejectDocument(ctx, params.id, body)),
  handle(contract.finishDocumentRoute, (ctx, { params, body }) => finishDocument(ctx, params.id, body)),
  handle(contract.reopenDocumentRoute, (ctx, { params, body }) => reopenDocument(ctx, params.id, body)),
  handle(contract.cancelDocumentRoute, (ctx, { params, body }) => cancelDocument(ctx, params.id, body)),
  handle(contract.convertDocumentRoute, (ctx, { params, body }) => convertDocument(ctx, params.id, body)),
  handle(contract.reviseDocumentRoute, (ctx, { params }) => reviseDocument(ctx, params.id)),
  handle(contract.copyDocumentRoute, (ctx, { params }) => copyDocument(ctx, params.id)),
  handle(contract.documentChangesRoute, (ctx, { params, query }) =>
    listChanges(ctx, documentHistory, { id: params.id, ...query }),
  ),
  handle(contract.documentAsOfRoute, (ctx, { params, query }) =>
    recordAsOf(ctx, documentHistory, { id: params.id, ...query }),
  ),
  handle(contract.restoreDocumentFieldRoute, (ctx, { params, body }) =>
    restoreDocumentField(ctx, { ...params, ...body }),
  ),
  handle(contract.partyDocumentsRoute, async (ctx, { params }) => {
    await requireParty(ctx, params.id)
    return documentsOfParty(ctx, params.id)
  }),
  handle(contract.dealDocumentsRoute, async (ctx, { params }) => {
    if (!(await canSeeDeal(ctx, params.id))) throw notFound('pipeline.dealNotFound')
    return documentsOfDeal(ctx, params.id)
  }),
  handle(contract.partyPurchasesRoute, async (ctx, { params }) => {
    await requireParty(ctx, params.id)
    return purchasesOfParty(ctx, params.id)
  }),
]
