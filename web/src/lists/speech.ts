import { listMessages } from '../../../src/messages/index.ts';
import { speechWith } from '../speech/speech-with.ts';

export type ListKey = keyof typeof listMessages;
export const useSpeech = speechWith(listMessages);
