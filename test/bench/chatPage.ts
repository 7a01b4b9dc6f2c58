// What the benchmarks of the chat page need of the tests' own tools.
export { ChatBench, ChatPage } from '../support/chatPage';
export { answer, stateWith } from '../support/chatSamples';
export { HostileBench, hostileFilesIn } from '../support/hostile';
export { madeHostileAnswers } from '../support/hostileMade';
