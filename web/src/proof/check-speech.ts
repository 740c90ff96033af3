import { checkMessages } from '../../../src/messages/index.ts';
import { speechWith } from '../speech/speech-with.ts';

export const useSpeech = speechWith(checkMessages);
export type CheckSpeech = ReturnType<typeof useSpeech>;
