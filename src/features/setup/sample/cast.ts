import { type Keyring, newId } from '../../../platform/crypto/index.ts';
import { query, type Tx } from '../../../platform/db/index.ts';
import { PEOPLE } from './people.ts';

export interface Filling {
  communityId: string;
  coordinatorId: string;
  coordinatorAccount: string;
  /** Account ids of the sample's people by their keys. */
  accounts: Map<string, string>;
  /** What is sealed in the sample is sealed as everywhere else. */
  keys: Keyring;
}

/**
 * The sample's people inside one transaction. Everything they do, they do in their own name: the same policies that
 * bind a real member bind them, so the sample can hold nothing that a community could not.
 */
export class Cast {
  private readonly ids = new Map<string, string>();

  constructor(
    readonly tx: Tx,
    private readonly filling: Filling,
  ) {
    this.ids.set('admin', filling.coordinatorId);
  }

  get communityId(): string {
    return this.filling.communityId;
  }

  get keys(): Keyring {
    return this.filling.keys;
  }

  idOf(key: string): string {
    const id = this.ids.get(key);
    if (!id) throw new Error(`The sample knows nobody called ${key}`);
    return id;
  }

  /** From here on, until somebody else speaks, it is hers. */
  async as(key: string): Promise<string> {
    const id = this.idOf(key);
    const account = this.filling.accounts.get(key) ?? this.filling.coordinatorAccount;
    await this.tx.hot(
      "SELECT set_config('app.member_id', $1, true), set_config('app.account_id', $2, true)",
      [id, account],
    );
    return id;
  }

  /** From here on it is somebody without an account who came by a link, until `as`; null: the link is put away. */
  async by(linkHash: string | null): Promise<void> {
    await this.tx.hot(
      "SELECT set_config('app.member_id', '', true), set_config('app.account_id', '', true), set_config('app.link', $1, true)",
      [linkHash ?? ''],
    );
  }

  async moveIn(): Promise<void> {
    for (const { key, name, about, locale } of PEOPLE) {
      const account = this.filling.accounts.get(key);
      if (account === this.filling.coordinatorAccount || !account) {
        this.ids.set(key, this.filling.coordinatorId); // whoever set this up is in the cast herself
        continue;
      }
      this.ids.set(key, newId());
      await this.as(key);
      await this.tx.run(
        query.insertInto('members').values({
          community_id: this.communityId,
          member_id: this.idOf(key),
          account_id: account,
          display_name: name,
          about: about ?? '',
          locale: locale ?? 'en',
        }),
      );
    }
  }
}
