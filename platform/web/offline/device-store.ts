const databaseName = 'peyvand'
const version = 1

type StoreName = 'answers' | 'outbox'

let opening: Promise<IDBDatabase> | null = null

/**
 * Works on one of this device's stores in a transaction of its own.
 * @throws DOMException where the browser keeps nothing (a private window, a full disk)
 */
export async function inStore<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  opening ??= open().catch((error: unknown) => {
    opening = null
    throw error
  })
  const database = await opening
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode)
    const request = work(transaction.objectStore(name))
    transaction.addEventListener('complete', () => resolve(request.result))
    transaction.addEventListener('error', () => reject(transaction.error))
    transaction.addEventListener('abort', () => reject(transaction.error))
  })
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, version)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('answers', { keyPath: 'url' })
      request.result.createObjectStore('outbox', { keyPath: 'id' })
    })
    request.addEventListener('success', () => {
      const database = request.result
      // Another window with a newer program must not wait for this one.
      database.addEventListener('versionchange', () => {
        opening = null
        database.close()
      })
      database.addEventListener('close', () => {
        opening = null
      })
      resolve(database)
    })
    request.addEventListener('error', () => reject(request.error))
  })
}
