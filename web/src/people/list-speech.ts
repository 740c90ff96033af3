import { peopleListMessages } from '../../../src/messages/index.ts';
import { speechWith } from '../speech/speech-with.ts';

export const useListSpeech = speechWith(peopleListMessages);
