import { asObject, objectsOf } from './json';
import { toolRole } from './profile';

/** Fields without which there is no request: a server that names one means its value. */
const needed = new Set([
  'model',
  'messages',
  'prompt',
  'stream',
  'max_tokens',
  'options',
  'raw',
  'keep_alive',
  // A complaint about one of them is often about what a caller wrote into it: see `refusesTools`.
  'tools',
  'tool_choice',
]);

/** More names than this in one message are an echo of the request, not a complaint. */
const mostNames = 2;

/**
 * The field of a request that an error's body names as the one it does not take: in FastAPI's `loc`, in
 * OpenAI's `param`, or in words, as `Unsupported param: suffix`. `undefined` where it names none that
 * could be left out.
 * @param answer the body of the answer.
 * @param request the body of the request.
 */
export function refusedField(answer: string, request: string | undefined): string | undefined {
  if (request === undefined) return undefined;
  const body = JSON.parse(request) as object;
  if ('tools' in body && refusesTools(answer)) return 'tools';
  if (hasToolTurns(body) && refusesToolTurns(answer)) return toolRole;
  const fields = Object.keys(body).filter((field) => !needed.has(field));
  const named = namesIn(answer).find((name) => fields.includes(name));
  if (named !== undefined) return named;
  // Ollama, of a model without a place for text behind the gap.
  if (/does not support insert/i.test(answer) && fields.includes('suffix')) return 'suffix';
  const said = fields.filter((field) => wordFor(field).test(answer));
  return said.length <= mostNames ? said[0] : undefined;
}

/** The fields that a structured error names. */
function namesIn(answer: string): readonly string[] {
  const body = asObject(parsed(answer));
  const error = asObject(body?.error) ?? body;
  const details = objectsOf(body?.detail ?? error?.detail);
  const places = details.flatMap(({ loc }) => (Array.isArray(loc) ? (loc as unknown[]) : []));
  return [error?.param, ...places].filter((name) => typeof name === 'string');
}

/** Names that are also ordinary words of English: they count only in quotes or after `param:`. */
const ordinary = new Set(['stop', 'shift', 'truncate', 'user']);

function wordFor(field: string): RegExp {
  return ordinary.has(field)
    ? new RegExp(`['\`]${field}['\`]|\\b(param|parameter|field|argument)s?:? "?${field}\\b`, 'i')
    : new RegExp(`\\b${field}\\b`, 'i');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Plain words are searched as they are.
    return undefined;
  }
}

/**
 * True where a server says that it, or its model, takes no tools at all: Ollama (`… does not support tools`), vLLM
 * (`"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set`), llama-server (`tools param
 * requires --jinja flag`, `Unsupported param: tools`, `Unable to generate parser for this template`), TGI without
 * grammars (`Grammar is not supported`, `tools are not supported`).
 */
function refusesTools(answer: string): boolean {
  return /does not support (tools|tool|function)|not support(ed)? (tools|tool use|tool call|function call)|tools? (use |param |calling |calls? )?(is|are) not supported|tool choice requires|requires --(jinja|enable-auto-tool-choice|tool-call-parser)|unsupported param:? "?tools|unable to generate parser for this template|grammar is not supported/i.test(
    answer,
  );
}

/** True where a chat template raises on a role that it does not know, or on turns that do not alternate. */
function refusesToolTurns(answer: string): boolean {
  return /roles? must alternate|only (the )?(user|system)\b.* roles? (are|is) supported|(unknown|unsupported|unexpected|invalid|not supported)( message)? role|role:? .{0,20}(is )?(not supported|invalid|unknown)/i.test(
    answer,
  );
}

function hasToolTurns(body: object): boolean {
  const { messages } = body as { messages?: unknown };
  return objectsOf(messages).some(({ role }) => role === 'tool');
}
