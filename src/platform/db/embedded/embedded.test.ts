describe('a first start', { timeout: 30_000 }, () => {
  const [account] = accounts as [Account];

  it('has one winner when two come at once', async () => {
    const ordinary = accounts.at(-1) as Account; // the database for the tests above was root's first start
    const dataDir = yard.dataDir('first race', ordinary);
    const both = await Promise.all([1, 2].map(() => yard.start(dataDir, ordinary)));
    expect(both.map((each) => each.ready).sort()).toEqual([false, true]);
    expect(fs.readdirSync(dataDir)).toEqual(['postgres']);
  });

  // Only root has folders that nobody else may enter, and only root hands PostgreSQL to another account.
  if (isRoot) {
    it('keeps the files elsewhere when only root can enter the folder', async () => {
      const dataDir = yard.dataDir('private/data', account);
      fs.chmodSync(path.dirname(dataDir), 0o700);
      const server = await yard.start(dataDir, account);
      const real = fs.realpathSync(path.join(dataDir, 'postgres'));
      try {
        expect(server.said.join()).toContain('is a link to them');
        expect(await server.sql('SELECT 1 AS one')).toEqual([{ one: 1 }]);
        await server.kill('SIGTERM');
      } finally {
        fs.rmSync(real, { recursive: true });
      }
    });

    it('refuses an ordinary user the database of another account', async () => {
      const dataDir = yard.copyOf('made', 'not hers', account);
      const refused = await yard.start(dataDir, accounts[1] as Account);
      expect(refused.child.exitCode).toBe(1);
      expect(refused.said.join()).toContain('belongs to another account');
    });
  }
});
