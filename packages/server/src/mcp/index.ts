/** Questions of assistants by the Model Context Protocol. */
export { answerMcp } from './over-http.ts';
export { bridgeMcp } from './over-stdio.ts';
