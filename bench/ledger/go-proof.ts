/**
 * Proofs made here, checked by a small Go program that knows only golang.org/x/mod: each good one must hold, each altered
 * one must be refused. Go is needed; x/mod is taken from Debian's golang-golang-x-mod-dev where that is installed, else
 * from the Go module proxy.
 *
 *     node bench/ledger/go-proof.ts
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCase } from '../../src/ledger/index.ts';
import { cosigner, noteSigner } from '../../src/ledger/signed-note.ts';
import { CHEAP, listItem, reportItem } from '../../src/ledger/trial/example-items.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-go-'));
const at = (...path: readonly string[]): string => join(root, ...path);

function build(): string {
  const debian = '/usr/share/gocode/src/golang.org/x/mod';
  mkdirSync(at('go'));
  cpSync(join(import.meta.dirname, 'go-proof', 'main.go'), at('go', 'main.go'));
  const found = existsSync(debian);
  const module = ['module sanad-check', '', 'go 1.19', '', 'require golang.org/x/mod v0.7.0'];
  writeFileSync(
    at('go', 'go.mod'),
    `${[...module, ...(found ? [`replace golang.org/x/mod => ${debian}`] : [])].join('\n')}\n`,
  );
  const go = (...args: readonly string[]): void => {
    execFileSync('go', args, { cwd: at('go'), stdio: ['ignore', 'ignore', 'inherit'] });
  };
  if (!found) go('mod', 'tidy');
  go('build', '-o', at('check'), '.');
  console.log(`x/mod from ${found ? debian : 'the Go module proxy'}`);
  return at('check');
}

const counts = { holds: 0, refused: 0, wrong: [] as string[] };

/** Runs the Go program and counts whether it said what it should. */
function ask(checker: string, expected: 'holds' | 'refused', what: string, args: readonly string[]): void {
  const { status, stdout } = spawnSync(checker, args, { encoding: 'utf8' });
  const said = status === 0 ? 'holds' : status === 1 ? 'refused' : 'failed';
  if (said === expected) counts[expected]++;
  else counts.wrong.push(`${what}: ${stdout.trim()}`);
}

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};

/** Changes the last hash of a proof: its path. */
const otherPath = (proof: string): string =>
  proof.replace(
    /\n([A-Za-z0-9+/]{43}=)\n\n/,
    (_all, hash: string) => `\n${hash[0] === 'A' ? 'B' : 'A'}${hash.slice(1)}\n\n`,
  );

/** Changes what the proof says of the entry or of a value. */
function otherExtra(
  proof: string,
  change: (extra: { entry: string; values: Record<string, { text: string }> }) => void,
): string {
  return proof.replace(/^extra (.*)$/m, (_all, base64: string) => {
    const extra = JSON.parse(Buffer.from(base64, 'base64').toString());
    change(extra);
    return `extra ${Buffer.from(JSON.stringify(extra)).toString('base64')}`;
  });
}

try {
  const checker = build();
  for (const sealing of ['unsealed', 'sealed'] as const) {
    const passphrase = sealing === 'sealed' ? 'a phrase' : undefined;
    const opened = await createCase(at(sealing), { passphrase, unsealed: !passphrase, ...CHEAP });
    const { log } = opened;
    const key = log.verifierKey;
    const otherKey = noteSigner(log.origin, Buffer.alloc(32, 1)).verifierKey;

    const early: string[] = [];
    for (let n = 0; n < 8; n++) {
      opened.addItem(
        n % 4 === 3 ? reportItem(`report-${n}.txt`) : listItem(`list-${n}.csv`, 40 + n, `${sealing} ${n}`),
      );
      early.push(log.newest().note);
    }
    for (const item of opened.items()) {
      const index = log.entryOf(item.id);
      const proof = log.prove(index, ['original']);
      const bytes = file('received', opened.itemBytes(item.id));
      ask(checker, 'holds', item.file, ['item', key, file('proof', proof), bytes]);
      const { size } = log.newest();
      const tampered: Readonly<Record<string, string>> = {
        'other entry': otherExtra(proof, (extra) => {
          extra.entry = extra.entry.replace('"kind":"item"', '"kind":"itam"');
        }),
        'other value': otherExtra(proof, ({ values }) => {
          values.original!.text = values.original!.text.replace(/"sha256":"./, '"sha256":"_');
        }),
        'other size': proof.replace(`\n${size}\n`, `\n${size + 1}\n`),
        'other place': proof.replace(`index ${index}`, `index ${index + 1}`),
        'other path': otherPath(proof),
        'other root': proof.replace(
          /\n([A-Za-z0-9+/]{43}=)\n\n—/,
          `\n${Buffer.alloc(32, 1).toString('base64')}\n\n—`,
        ),
      };
      for (const [what, text] of Object.entries(tampered)) {
        if (text === proof) throw new Error(`nothing was altered: ${what}`);
        ask(checker, 'refused', `${item.file}, ${what}`, ['item', key, file('proof', text), bytes]);
      }
      ask(checker, 'refused', `${item.file}, other key`, ['item', otherKey, file('proof', proof), bytes]);
      ask(checker, 'refused', `${item.file}, other file`, [
        'item',
        key,
        file('proof', proof),
        file('other', 'x'),
      ]);
    }
    const newest = log.newest();
    const text = `${newest.note.split('\n\n')[0]}\n`;
    const line = cosigner('office.example/one', Buffer.alloc(32, 2)).cosign(text, 1_772_359_200);
    const cosigned = log.prove(2, [], { ...newest, note: newest.note + line });
    ask(checker, 'holds', 'a proof that a witness signed too', ['item', key, file('proof', cosigned)]);
    for (const { id } of [...opened.records()].slice(0, 50)) {
      const index = log.entryOf(id);
      const [slot = ''] = Object.keys(JSON.parse(log.entry(index)).commit);
      ask(checker, 'holds', `record ${id}`, ['item', key, file('proof', log.prove(index, [slot]))]);
    }
    for (const note of early) {
      const [, size, base64 = ''] = note.split('\n');
      const grown = log.proveGrowth({ size: Number(size), root: Buffer.from(base64, 'base64') });
      const old = file('old', note);
      ask(checker, 'holds', `growth from ${size}`, ['grown', key, old, file('grown', grown)]);
      ask(checker, 'refused', `growth from ${size}, other key`, [
        'grown',
        otherKey,
        old,
        file('grown', grown),
      ]);
      const altered = otherPath(grown);
      if (altered !== grown)
        ask(checker, 'refused', `growth from ${size}, other path`, [
          'grown',
          key,
          old,
          file('grown', altered),
        ]);
    }
    log.exportTiles(at('tiles'));
    ask(checker, 'holds', 'tiles', ['tiles', key, at('tiles')]);
    for (const name of readdirSync(at('tiles'), { recursive: true, encoding: 'utf8' })) {
      if (!/(\d{3}|\/\d+|checkpoint)$/.test(name) || !/checkpoint|\.p\/\d+$|\d{3}$/.test(name)) continue;
      const path = at('tiles', name);
      let before: Buffer;
      try {
        before = readFileSync(path);
      } catch {
        continue;
      }
      const changed = Buffer.from(before);
      changed[Math.floor(changed.length / 2)]! ^= 1;
      writeFileSync(path, changed);
      ask(checker, 'refused', `tiles, ${name} changed`, ['tiles', key, at('tiles')]);
      writeFileSync(path, before);
    }
    rmSync(at('tiles'), { recursive: true });
    opened.close();
  }
  console.log(
    `${counts.holds} good ones hold, ${counts.refused} altered ones refused, ${counts.wrong.length} judged wrongly`,
  );
  for (const one of counts.wrong) console.log(`  ${one}`);
  if (counts.wrong.length > 0) process.exitCode = 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
