import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

describe('compose.yaml', () => {
  it('mounts the folder of another catalogue, and is named in .env.example', () => {
    const compose = read('compose.yaml');
    expect(compose).toContain('$' + '{DATA_DIR:-./src/data}:/catalogue:ro');
    for (const [, name = ''] of compose.matchAll(/\$\{([A-Z_]+)/g))
      expect(read('.env.example')).toMatch(new RegExp(`^${name}=`, 'm'));
  });
});

describe('what SECURITY.md says of rights', () => {
  it('holds in the container: an ordinary user, a file system that is only read, no capabilities', () => {
    const [last = ''] = read('Dockerfile')
      .split(/^FROM /m)
      .slice(-1);
    expect(last).toMatch(/^USER node$/m);
    const [, harbin = ''] = /^services:\n {2}\w+:\n([\s\S]+?)\n {2}\w+:\n/m.exec(read('compose.yaml')) ?? [];
    expect(harbin).toContain('read_only: true');
    expect(harbin).toContain('cap_drop: [ALL]');
    expect(harbin).toContain('no-new-privileges:true');
  });

  it('holds in the systemd unit: a user of its own, and no capabilities', () => {
    const unit = read('deploy/harbin.service').split('\n');
    for (const line of ['DynamicUser=yes', 'CapabilityBoundingSet=', 'NoNewPrivileges=yes', 'ProtectSystem=strict'])
      expect(unit).toContain(line);
  });

  it('holds for packages: none runs a script when it is installed', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { hasInstallScript?: boolean; optional?: boolean; dev?: boolean }>;
    };
    const scripts = Object.entries(packages).filter(
      ([path, { hasInstallScript, dev }]) => path && hasInstallScript && !dev,
    );
    expect(scripts).toEqual([]);
  });

  it('holds for packages: each has one version and its hash, but for what jscpd brings for other systems', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { version?: string; integrity?: string; dev?: boolean }>;
    };
    const all = Object.entries(packages).filter(([path]) => path !== '');
    expect(all.filter(([, { version }]) => !/^\d+\.\d+\.\d+/.test(version ?? ''))).toEqual([]);
    const loose = all.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'));
    expect(loose.filter(([path, { dev }]) => !dev || !path.startsWith('node_modules/jscpd-'))).toEqual([]);
  });
});

describe('the image', () => {
  it('fetches packages before it sees the source, and holds the licence', () => {
    const stages = read('Dockerfile')
      .split(/^FROM /m)
      .slice(1);
    expect(stages).toHaveLength(3);
    for (const stage of stages.slice(0, 2)) {
      const [before = '', after = ''] = stage.split('npm ci');
      expect(before).toContain('COPY package.json package-lock.json .npmrc ./');
      expect(before).not.toMatch(/COPY .*src/);
      expect(after).not.toBe('');
    }
    expect(stages[2]).toMatch(/^COPY .*LICENSE/m);
  });

  it('builds on images of one digest each, as compose.yaml does', () => {
    const dockerfile = read('Dockerfile');
    const defaults = new Map([...dockerfile.matchAll(/^ARG (\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]));
    const bases = [...dockerfile.matchAll(/^FROM (?:\$\{(\w+)\}|(\S+))/gm)].map(([, name, image]) =>
      name ? defaults.get(name) : image,
    );
    const services = [...read('compose.yaml').matchAll(/^ +image: (\S+)$/gm)].map(([, image]) => image);
    expect(bases).toHaveLength(3);
    expect(services).toHaveLength(1);
    for (const image of [...bases, ...services]) expect(image).toMatch(/@sha256:[0-9a-f]{64}$/);
  });

  it('has nothing in it that runs but Node and the program, so that it stays below 250 MB', () => {
    const [last = ''] = read('Dockerfile')
      .split(/^FROM /m)
      .slice(-1);
    // No shell: everything that one would do is done in the stages before.
    expect(last).not.toMatch(/^RUN /m);
    expect(last).toMatch(/^COPY --from=packages \/usr\/local\/bin\/node /m);
    expect(read('.github/workflows/ci.yml')).toContain('-lt 250000000');
  });

  it('is given by .dockerignore all that it copies, and no secret', () => {
    const given = read('.dockerignore').split('\n');
    expect(given[0]).toBe('*');
    const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
      paths.split(' '),
    );
    for (const path of copied) expect(given).toContain(`!${path}`);
  });

  it('has no native package twice: for the C library of Debian, and not for that of Alpine', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { os?: string[]; libc?: string[]; dev?: boolean }>;
    };
    const unclear = Object.entries(packages).filter(
      ([path, { os, libc }]) => os?.includes('linux') && /musl|gnu/.test(path) && !libc,
    );
    expect(unclear).toEqual([]);
  });
});

describe('the workflow', () => {
  it('pins each action by its commit', () => {
    const uses = [...read('.github/workflows/ci.yml').matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
    expect(uses.length).toBeGreaterThan(1);
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });
});
