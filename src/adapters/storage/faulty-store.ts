/** The database is not one to work with, and no restart changes that; the message says what, where and what to do. */
export class FaultyStore extends Error {
  override readonly name = 'FaultyStore';
}

/** The database does not answer now; a later start may find it. */
export class UnreachableStore extends Error {
  override readonly name = 'UnreachableStore';
}
