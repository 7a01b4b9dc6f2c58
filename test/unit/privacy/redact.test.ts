import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { containsMask } from '../../../src/core/privacy/mask';
import { redact } from '../../../src/core/privacy/redact';

/** Put together here, so that no file of ours holds what looks like a secret. */
const letters = 'aB3dE5fG7hJ9kL2mN4pQ6rS8tU1vW3xY5zA7bC9dE2fG4hJ6kL8mN1pQ3rS5tU7vW9xY';
const some = (count: number): string => letters.repeat(Math.ceil(count / letters.length)).slice(0, count);

const secrets: Readonly<Record<string, string>> = {
  'a GitHub token': `ghp_${some(36)}`,
  'a fine-grained GitHub token': `github_pat_${some(22)}_${some(59)}`,
  'a Hugging Face token': `hf_${some(34)}`,
  'an OpenAI key': `sk-proj-${some(48)}`,
  'an AWS key id': `AKIAIOSFODNN7ABCDEFG`,
  'a Slack token': `xoxb-123456789012-${some(24)}`,
  'a JWT': `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${some(43)}`,
  'a Google key': `AIza${some(35)}`,
  'an Azure secret': `abc8Q~${some(33)}`,
};

describe('masking secrets', () => {
  for (const [name, secret] of Object.entries(secrets)) {
    it(`masks ${name} wherever it stands`, () => {
      for (const [before, after] of [
        ['key = "', '"'],
        ['// ', ' is no more'],
        ['X: ', ''],
        ['<a href="/?t=', '">'],
      ] as const) {
        const masked = redact(before + secret + after);
        assert.ok(!masked.includes(secret.slice(4)), masked);
        assert.match(masked, /<redacted:(?:short|medium|long)>/);
        assert.ok(masked.startsWith(before.slice(0, 2)) && masked.endsWith(after));
      }
    });
  }

  it('masks a storage key in a connection string and leaves its names', () => {
    const masked = redact(`DefaultEndpointsProtocol=https;AccountName=data;AccountKey=${some(86)}==;`);
    assert.equal(masked, 'DefaultEndpointsProtocol=https;AccountName=data;AccountKey=<redacted:long>;');
  });

  it('masks what is assigned to a password, key or token and looks like one', () => {
    for (const [text, masked] of [
      ['password = "Tr0ub4dor&3x"', 'password = "<redacted:short>"'],
      ["contraseña: 'S0l&sombra99'", "contraseña: '<redacted:short>'"],
      [`api_key: ${some(32)}`, 'api_key: <redacted:medium>'],
      ['export DB_PASSWORD=Tr0ub4dor&3x', 'export DB_PASSWORD=<redacted:short>'],
      ['{"client_secret": "q7!Zr2#Lm9"}', '{"client_secret": "<redacted:short>"}'],
      ['login("ana", password="Tr0ub4dor&3', 'login("ana", password="<redacted:short>'],
      ['Authorization: Bearer ' + some(40), 'Authorization: Bearer <redacted:medium>'],
      ['postgres://ana:s3cr3t@db.example/x', 'postgres://ana:<redacted:short>@db.example/x'],
      ['https://h.example/f?sig=' + some(44) + '&v=1', 'https://h.example/f?sig=<redacted:medium>&v=1'],
    ] as const) {
      assert.equal(redact(text), masked);
    }
  });

  it('leaves ordinary code as it is', () => {
    for (const text of [
      'const token = await getToken(user2);',
      'const token = lexer.next2Token;',
      'password: "Enter your password"',
      'password = os.environ["DB_PASSWORD_2"]',
      'token: string;',
      'secret = "<your secret>"',
      'apiKey: process.env.API_KEY_2,',
      'const TOKEN_PATH = "/oauth2/v2.0/token";',
      'if (token === "identifier2") return;',
      'sk-loading-indicator-wrapper',
      'maxTokens: 4096',
      'mail("ana@example.org")',
      'http://localhost:8080/a@b',
      '`postgres://${user}:${password}@${host}`',
      'class ASIATIC_TRAVEL_AGENCY {}',
    ]) {
      assert.equal(redact(text), text);
    }
  });

  it('masks a private key line by line and keeps the count of lines', () => {
    const body = Array.from({ length: 20 }, (_, at) => some(80).slice(at % 10, (at % 10) + 64));
    const begin = `-----BEGIN RSA PRIVATE KEY-----`;
    const end = `-----END RSA PRIVATE KEY-----`;
    const whole = ['x = 1', begin, ...body, 'aB3d', end, 'y = 2'];
    for (const [from, to] of [
      [0, whole.length],
      [0, 12],
      [8, whole.length],
      [5, 15],
    ] as const) {
      const lines = whole.slice(from, to);
      const masked = redact(lines.join('\n'));
      assert.equal(masked.split('\n').length, lines.length);
      for (const line of [...body, 'aB3d']) assert.ok(!masked.includes(line), masked);
    }
    assert.ok(redact(whole.join('\n')).startsWith(`x = 1\n${begin}\n`));
    assert.ok(redact(whole.join('\n')).endsWith(`${end}\ny = 2`));
    const inOneLine = `"key": "${begin}\\n${body.join('\\n')}\\n${end}\\n"`;
    for (const line of body) assert.ok(!redact(inOneLine).includes(line));
  });

  it('gives the same for the same, and leaves its own masks alone', () => {
    const text = Object.values(secrets)
      .map((secret, at) => `password${at} = "${secret}"`)
      .join('\n');
    assert.equal(redact(text), redact(text));
    assert.equal(redact(redact(text)), redact(text));
    assert.ok(containsMask(redact(text)));
  });

  it('takes hostile text of a megabyte in linear time', function () {
    this.timeout(60_000);
    // No figure is asserted: with backtracking that grows with the square, these would take hours.
    const pieces = [
      'password=',
      'password="',
      'eyJ',
      'eyJaaaaaaaaa.',
      'a://b:',
      'http://',
      'sk-',
      'bearer ',
      '-----BEGIN PRIVATE KEY-----\n',
      '-----BEGIN ',
      'A',
      ' ',
      '?token=',
      'AccountKey=',
      "token: '\\",
      'a1',
      'a.',
      '8Q~',
    ];
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      assert.equal(redact(text).split('\n').length, text.split('\n').length);
    }
  });

  it('masks hardly anything in real code', () => {
    const roots = [
      'src',
      'media',
      'tools',
      'examples',
      'node_modules/@huggingface',
      'node_modules/markdown-it',
      'node_modules/eslint',
    ];
    let lines = 0;
    let changed = 0;
    for (const file of roots.flatMap(filesIn)) {
      const before = readFileSync(file, 'utf8').split('\n');
      const after = redact(before.join('\n')).split('\n');
      lines += before.length;
      changed += after.filter((line, at) => line !== before[at]).length;
    }
    assert.ok(lines > 50_000 && changed / lines < 0.0005, `${changed} of ${lines} lines masked`);
  });
});

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]s|py|java|rs|sql|f90|c|sh|md|json)$/.test(entry.name))
    .filter((entry) => !entry.name.includes('.min.') && !entry.name.includes('.umd.'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
