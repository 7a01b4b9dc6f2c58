/**
 * The ways in which real servers fail, by name, with the bodies that vLLM, llama-server, TGI and nginx send.
 */
import { beginning, event, json, raw } from './replies';
import type { Reply } from './replies';

const authBodies = {
  vllm: { error: 'Unauthorized' },
  llamaServer: { error: { code: 401, message: 'Invalid API Key', type: 'authentication_error' } },
  fastApi: { detail: 'Not authenticated' },
  openAi: {
    error: {
      message: 'Incorrect API key provided.',
      type: 'invalid_request_error',
      param: null,
      code: 'invalid_api_key',
    },
  },
} as const;

/** 401, in the words of a server; `tgi` sends no body. */
export function unauthorized(server: keyof typeof authBodies | 'tgi' = 'vllm'): Reply {
  return server === 'tgi' ? raw('', 401, {}) : json(authBodies[server], 401);
}

/** 404 of vLLM for a model that is not loaded. */
export function modelNotFound(model: string): Reply {
  return json(
    {
      error: {
        message: `The model \`${model}\` does not exist.`,
        type: 'NotFoundError',
        param: 'model',
        code: 404,
      },
    },
    404,
  );
}

/** 400: the prompt does not fit. `vllmFlat` is the body of vLLM before it nested its errors. */
export function contextTooLong(
  server: 'vllm' | 'vllmFlat' | 'llamaServer',
  window = 8192,
  asked = 9000,
): Reply {
  if (server === 'llamaServer') {
    return json(
      {
        error: {
          code: 400,
          message: `request (${asked} tokens) exceeds the available context size (${window} tokens), try increasing it`,
          type: 'exceed_context_size_error',
          n_prompt_tokens: asked,
          n_ctx: window,
        },
      },
      400,
    );
  }
  const error = {
    message:
      `This model's maximum context length is ${window} tokens. However, your request has ${asked} input tokens. ` +
      'Please reduce the length of the input messages.',
    type: 'BadRequestError',
    param: null,
    code: 400,
  };
  return json(server === 'vllm' ? { error } : { object: 'error', ...error }, 400);
}

/** 429 with `Retry-After`: seconds or a date. */
export function rateLimited(retryAfter = '1'): Reply {
  return json({ error: { message: 'Rate limit reached', type: 'rate_limit_error' } }, 429, {
    'retry-after': retryAfter,
  });
}

/** 500 with vLLM's body. */
export function internalError(): Reply {
  return json(
    { error: { message: 'EngineCore encountered an issue.', type: 'InternalServerError', code: 500 } },
    500,
  );
}

/** 502 of a proxy whose server is away: HTML, not JSON. */
export function badGateway(): Reply {
  const body =
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n' +
    '<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';
  return raw(body, 502, { 'content-type': 'text/html' });
}

/** 503 of llama-server while it reads the weights. */
export function loadingModel(): Reply {
  return json({ error: { message: 'Loading model', type: 'unavailable_error', code: 503 } }, 503);
}

/** The connection is reset before a byte of the answer. */
export function resetBefore(): Reply {
  return () => [{ do: 'reset' }];
}

/** The connection is reset after `text`. */
export function resetAfter(text: string): Reply {
  return beginning(text, [{ do: 'wait', ms: 20 }, { do: 'reset' }]);
}

/** The request is taken and never answered. */
export function stall(): Reply {
  return () => [{ do: 'hang' }];
}

/** `text`, then silence on an open connection. */
export function stallAfter(text: string): Reply {
  return beginning(text, [{ do: 'hang' }]);
}

/** `text`, then an error inside the stream, under HTTP 200. */
export function errorAfter(text: string, server: 'vllm' | 'llamaServer' | 'tgi' = 'vllm'): Reply {
  const vllm = {
    error: { message: 'CUDA out of memory', type: 'InternalServerError', param: null, code: 500 },
  };
  const llama = { code: 500, message: 'Compute error.', type: 'server_error' };
  const bytes = {
    vllm: event(vllm, {}) + event('[DONE]', {}),
    llamaServer: `error: ${JSON.stringify(llama)}\n\n`,
    tgi: event({ error: 'Request failed during generation', error_type: 'generation' }, {}),
  }[server];
  return beginning(text, [{ do: 'send', bytes }]);
}

/** `text`, then half a JSON document, then the end. */
export function truncatedAfter(text: string): Reply {
  return beginning(text, [{ do: 'send', bytes: 'data: {"id":"cmpl-1","choices":[{"ind' }]);
}
