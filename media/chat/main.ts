import { LateFocus } from './lateFocus';
import { isToView } from './guard';
import { connectHost } from './host';
import './style/chat.css';
import { ChatView } from './view';

const host = connectHost();
const view = new ChatView(document.getElementById('chat') ?? document.body, host);

const composerFocus = new LateFocus(window, () => view.focusComposer());

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = event.data;
  if (!isToView(message)) return;
  switch (message.type) {
    case 'state':
      view.show(message.state);
      break;
    case 'append':
      view.append(message.id, message.text);
      break;
    case 'composer':
      view.showComposer(message.composer);
      break;
    case 'history':
      view.showHistory(message.history);
      break;
    case 'focusComposer':
      composerFocus.want();
      break;
  }
});

host.post({ type: 'ready' });
