/** What was written and the server has not yet. */
export interface Local {
  at: string;
  fields: string;
}

const shelf = 'written';

/** A database of the browser: what is in it is there again when the browser was ended from outside. What `localStorage` was given a moment before is not. */
const open = new Promise<IDBDatabase>((resolve, reject) => {
  const asked = indexedDB.open('desk', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(shelf);
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});
// Whoever forbids it is told when something has to be kept.
open.catch(() => undefined);

const act = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const transaction = (await open).transaction(shelf, mode, { durability: 'strict' });
  return new Promise((resolve, reject) => {
    const asked = work(transaction.objectStore(shelf));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
    // It may be the last thing that this page does.
    transaction.commit();
  });
};

export const held = (place: string): Promise<Local | undefined> => act('readonly', (store) => store.get(place) as IDBRequest<Local | undefined>).catch(() => undefined);

export const letGo = (place: string): Promise<unknown> => act('readwrite', (store) => store.delete(place)).catch(() => undefined);

/** False where the browser keeps nothing. */
export const hold = (place: string, fields: string): Promise<boolean> =>
  act('readwrite', (store) => store.put({ at: new Date().toISOString(), fields } satisfies Local, place)).then(
    () => true,
    () => false,
  );
