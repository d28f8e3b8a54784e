import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/storage/open-store.ts';
import { examined, found } from '../support/doctor.ts';
import { slackEnvironment } from '../support/environment.ts';
import { GUARDED, type Postgres, startPostgres, whyNoPostgres } from '../support/postgres.ts';
import { type FakeSlack, startFakeSlack } from '../support/slack/fake-slack.ts';

const why = whyNoPostgres();

describe.skipIf(why !== undefined)(
  `harbin doctor on PostgreSQL${why === undefined ? '' : ` (skipped: ${why})`}`,
  () => {
    let server: Postgres;
    let slack: FakeSlack;
    beforeAll(async () => {
      [server, slack] = await Promise.all([startPostgres(), startFakeSlack()]);
    });
    afterAll(async () => {
      server.stop();
      await slack.close();
    });

    /** What the doctor says about the database of this address, and what is worst of all. */
    const looked = async (url: string) => {
      const { worst, out } = await examined({ ...slackEnvironment(slack), PORT: '0', DATABASE_URL: url });
      return { worst, says: found({ out }, 'Database'), out };
    };
    const run = async (url: string, ...statements: string[]) => {
      const client = new pg.Client(url);
      await client.connect();
      for (const statement of statements) await client.query(statement);
      await client.end();
    };
    const as = (user: string, url: string) => url.replace(/\/\/[^@]+@/, `//${user}@`);
    /** A database with the bot's tables. */
    const served = async () => {
      const url = server.database();
      await (await openStore(url, () => {})).close();
      return url;
    };

    it('says that tables are made at the first start, and after it that they are right', async () => {
      const url = server.database();
      expect(await looked(url)).toMatchObject({
        says: expect.stringMatching(
          /^ok .+ on 127\.0\.0\.1:\d+ can be written; its tables are made at the first start$/,
        ),
      });
      await (await openStore(url, () => {})).close();
      expect((await looked(url)).says).toMatch(/^ok .+ can be written, its tables are those of this version \(/);
    });

    it('tells tables of an earlier version from those of a newer one', async () => {
      const url = await served();
      await run(url, 'delete from kysely_migration where name = (select max(name) from kysely_migration)');
      expect(await looked(url)).toMatchObject({
        says: expect.stringMatching(/^note .+the next start brings its tables up to this version: make a backup first/),
      });
      await run(url, "insert into kysely_migration values ('999-of-the-future', '2036-01-01')");
      expect(await looked(url)).toMatchObject({
        worst: 'fail',
        says: expect.stringMatching(
          /^fail .+newer version of this program \(999-of-the-future\): run that one, or restore/,
        ),
      });
    });

    it('finds a user who only reads, by what the server forbids', async () => {
      const url = await served();
      await run(url, 'create role reader login', 'grant select on all tables in schema public to reader');
      expect(await looked(as('reader', url))).toMatchObject({
        worst: 'fail',
        says: expect.stringMatching(
          /^fail .+not write .*delivery, .+ subscription, watch: grant it SELECT, INSERT, UPDATE and DELETE/,
        ),
      });
      await run(
        url,
        'create role dreamer login superuser',
        'alter role dreamer set default_transaction_read_only = on',
      );
      expect((await looked(as('dreamer', url))).says).toMatch(/^fail .+default_transaction_read_only is on/);
    });

    it('wants the right to make tables only where there are tables to make', async () => {
      const url = await served();
      await run(
        url,
        'create role clerk login',
        'revoke create on schema public from public',
        'grant select, insert, update, delete on all tables in schema public to clerk',
      );
      expect((await looked(as('clerk', url))).says).toMatch(/^ok .+those of this version/);
      const store = await openStore(as('clerk', url), () => {});
      await store.languages.set('C1', 'zh');
      expect(await store.languages.of('C1')).toBe('zh');
      await store.close();
      const empty = server.database();
      await run(empty, 'revoke create on schema public from public');
      expect((await looked(as('clerk', empty))).says).toMatch(/^fail .+make no tables: grant it CREATE on the schema/);
    });

    it('says that a password is wrong, or that there is no such database, without the password', async () => {
      const url = await served();
      await run(url, `create role ${GUARDED} login password 'planted-right'`);
      const wrong = await looked(as(`${GUARDED}:planted-wrong`, url));
      expect(wrong).toMatchObject({
        worst: 'fail',
        says: expect.stringMatching(
          /^fail .+28P01: password authentication failed for user "guarded"\): set DATABASE_URL/,
        ),
      });
      expect(wrong.out).not.toContain('planted');
      await run(url, `grant select, insert, update, delete on all tables in schema public to ${GUARDED}`);
      expect((await looked(as(`${GUARDED}:planted-right`, url))).says).toMatch(/^ok/);
      expect((await looked(`${url}-gone`)).says).toMatch(/^fail .+3D000: database ".+-gone" does not exist\)/);
    });
  },
);
