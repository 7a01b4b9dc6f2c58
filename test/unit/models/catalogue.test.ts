import assert from 'node:assert/strict';
import { recognise, type ModelFacts } from '../../../src/core/models/catalogue';
import { isSuitable, offered, preferred, suits } from '../../../src/core/models/choice';

/** Served name, family, role, thousands of millions of parameters, context. */
const rows: readonly (readonly [
  string,
  ModelFacts['family'],
  ModelFacts['role'],
  (number | undefined)?,
  number?,
])[] = [
  ['BSC-LT/ALIA-40b', 'alia', 'base', 40, 32_768],
  ['csala/ALIA-40B:Q8_0', 'alia', 'base', 40, 32_768],
  ['alia-40b-instruct-q8', 'alia', 'instruct', 40, 32_768],
  ['BSC-LT/ALIA-40b-instruct_Q8_0', 'alia', 'instruct', 40, 32_768],
  ['BSC-LT/ALIA-40b-instruct-2606:publicai', 'alia', 'instruct', 40, 32_768],
  ['ALIA-40b-fc-2606', 'alia', 'instruct', 40, 32_768],
  ['alia-salamandra:40b', 'alia', 'unknown', 40],
  ['BSC-LT/salamandra-2b', 'salamandra', 'base', 2, 8_192],
  ['hdnh2006/salamandra-7b-instruct:q4_K_M', 'salamandra', 'instruct', 7, 8_192],
  ['/models/salamandra-2b-instruct.Q4_K_M.gguf', 'salamandra', 'instruct', 2, 8_192],
  ['C:\\models\\salamandra-7b.Q8_0.gguf', 'salamandra', 'base', 7, 8_192],
  ['hf.co/BSC-LT/salamandra-7b-instruct-GGUF:Q4_K_M', 'salamandra', 'instruct', 7, 8_192],
  ['BSC-LT/salamandra-7b-instruct-tools-16k', 'salamandra', 'instruct', 7, 16_384],
  [
    '/models/models--BSC-LT--salamandra-7b-instruct/snapshots/0a1b2c3d4e5f',
    'salamandra',
    'instruct',
    7,
    8_192,
  ],
  ['salamandraTA-7b-instruct', 'salamandraTA', 'translation', 7, 8_192],
  ['BSC-LT/mRoBERTa', 'mRoBERTa', 'encoder', undefined, 8_192],
  ['nomic-embed-text', 'other', 'encoder'],
  ['bge-m3', 'other', 'encoder'],
  ['alia-models/llama-3.1-8b-instruct', 'other', 'instruct', 8],
  ['gemma-3-4b-it', 'other', 'instruct', 4],
  ['qwen2.5-coder:1.5b-base', 'other', 'base', 1.5],
  ['aliada-demo', 'other', 'unknown', undefined, 896],
  ['tgi', 'other', 'unknown'],
  ['', 'other', 'unknown'],
];

describe('a served model’s name', () => {
  for (const [name, family, role, parameters, contextTokens] of rows) {
    it(`"${name}" is ${family}, ${role}`, () => {
      const facts = recognise(name);
      assert.deepEqual(
        [facts.family, facts.role, facts.parameters, facts.contextTokens],
        [family, role, parameters, contextTokens],
      );
    });
  }

  it('tells who calls tools, who may think and how long an answer may be', () => {
    assert.ok(recognise('ALIA-40b-fc-2606').tools);
    assert.ok(recognise('ALIA-40b-fc-2606').mayThink);
    assert.ok(recognise('salamandra-7b-instruct-tools-16k').tools);
    assert.equal(recognise('salamandra-7b-instruct-tools-16k').outputTokens, 4_096);
    assert.ok(!recognise('salamandra-7b-instruct').tools);
  });

  it('has a low temperature in every row', () => {
    for (const [name] of rows) assert.ok(recognise(name).sampling.temperature <= 0.2, name);
  });
});

describe('the models to offer', () => {
  const listed = [
    'BSC-LT/mRoBERTa',
    'salamandraTA-7b-instruct',
    'salamandra-2b',
    'mistral-7b',
    'salamandra-7b-instruct',
    'salamandra-7b',
    'ALIA-40b-instruct-2601',
    'ALIA-40b-instruct-2606',
    'ALIA-40b',
  ];

  it('for the chat: instructed ones of the family, the larger and newer first', () => {
    assert.deepEqual(offered(listed, 'chat'), [
      'ALIA-40b-instruct-2606',
      'ALIA-40b-instruct-2601',
      'salamandra-7b-instruct',
      'mistral-7b',
    ]);
  });

  it('for completion: base ones first, of a size that answers fast', () => {
    assert.deepEqual(offered(listed, 'completion').slice(0, 4), [
      'salamandra-7b',
      'salamandra-2b',
      'ALIA-40b',
      'mistral-7b',
    ]);
  });

  it('never an encoder or a translator', () => {
    for (const use of ['chat', 'completion'] as const) {
      for (const name of listed.slice(0, 2)) assert.ok(!suits(recognise(name), use), name);
    }
    assert.ok(!isSuitable('BSC-LT/mRoBERTa'));
    assert.equal(preferred(listed.slice(0, 2), 'chat'), undefined);
  });

  it('a base model for the chat, rather than none', () => {
    assert.equal(preferred(['BSC-LT/mRoBERTa', 'salamandra-2b'], 'chat'), 'salamandra-2b');
  });

  it('keeps the server’s order among equals', () => {
    assert.deepEqual(offered(['b', 'a'], 'chat'), ['b', 'a']);
  });
});
