/** IndexedDB, opened once. Everything typed but not yet sent lives here, written before the network is asked. */
const database = 'odr'
const version = 2
export type StoreName = 'drafts' | 'outbox' | 'notes' | 'applications' | 'agreements'
const stores: Record<StoreName, string | string[]> = {
  drafts: ['personId', 'roomId'],
  outbox: 'clientMessageId',
  notes: ['personId', 'roomId'],
  applications: 'key',
  agreements: ['personId', 'caseId'],
}

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(database, version)
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(stores)) if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, { keyPath })
    }
    request.onsuccess = () => {
      // A newer page in another tab must not wait for this one; the next request opens again.
      request.result.onversionchange = () => {
        request.result.close()
        opened = null
      }
      resolve(request.result)
    }
    request.onerror = () => reject(request.error ?? new Error('IndexedDB cannot be opened'))
  })
  opened.catch(() => (opened = null))
  return opened
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB request failed'))
  })
}

/** Runs `work` in one transaction and waits until it is on disk. */
async function transacted<T>(names: StoreName[], mode: IDBTransactionMode, work: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
  const transaction = (await open()).transaction(names, mode, { durability: 'strict' })
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB transaction aborted'))
  })
  const result = await work(transaction)
  if (mode === 'readwrite') await done
  return result
}

const within = <T>(name: StoreName, mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>) =>
  transacted([name], mode, (transaction) => work(transaction.objectStore(name)))

export const put = (name: StoreName, value: object) => within(name, 'readwrite', (store) => settled(store.put(value)))

/** Several records, all of them or none. */
export const putTogether = (values: Partial<Record<StoreName, object>>) => {
  const named = Object.entries(values) as [StoreName, object][]
  return transacted(named.map(([name]) => name), 'readwrite', (transaction) => Promise.all(named.map(([name, value]) => settled(transaction.objectStore(name).put(value)))))
}

export const all = <T>(name: StoreName) => within(name, 'readonly', (store) => settled(store.getAll() as IDBRequest<T[]>))

export const get = <T>(name: StoreName, key: IDBValidKey) =>
  within(name, 'readonly', (store) => settled(store.get(key) as IDBRequest<T | undefined>))

/** Removes a record; true when it was there, so that of two tabs only one goes on. */
export const take = (name: StoreName, key: IDBValidKey) =>
  within(name, 'readwrite', async (store) => {
    const there = (await settled(store.count(key))) > 0
    if (there) await settled(store.delete(key))
    return there
  })
