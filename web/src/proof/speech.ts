import { proofMessages } from '../../../src/messages/index.ts';
import { speechWith } from '../speech/speech-with.ts';

export const useSpeech = speechWith(proofMessages);
export type ProofSpeech = ReturnType<typeof useSpeech>;
