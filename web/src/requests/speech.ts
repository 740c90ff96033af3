import { requestMessages } from '../../../src/messages/index.ts';
import { speechWith } from '../speech/speech-with.ts';

export const useSpeech = speechWith(requestMessages);
export type RequestKey = keyof typeof requestMessages;
