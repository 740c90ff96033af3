import type { Witness } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { type ProofSpeech, useSpeech } from './speech.ts';

const MARKS: Readonly<Record<Witness['state'], string>> = {
  holds: '✓',
  unchecked: '◐',
  waits: '…',
  fault: '✕',
  closed: '–',
};

/** Who else saw the ledger, how much of it, when, and whether that still holds. */
export function WitnessTable({ witnesses }: { readonly witnesses: readonly Witness[] }) {
  const speech = useSpeech();
  const { say, date } = speech;
  return (
    <ScrollBox label={say('witnesses.title')}>
      <table className="witnesses">
        <thead>
          <tr>
            <th scope="col">{say('witnesses.kind')}</th>
            <th scope="col">{say('witnesses.sawEntries')}</th>
            <th scope="col">{say('witnesses.when')}</th>
            <th scope="col">{say('witnesses.state')}</th>
          </tr>
        </thead>
        <tbody>
          {witnesses.map((one) => (
            <tr key={one.entry} className={one.state === 'fault' ? 'wrong' : undefined}>
              <th scope="row">{whoOf(one, speech)}</th>
              <td>{say('witnesses.entries', { size: one.size })}</td>
              <td>{date(one.time ?? one.at, 'clock')}</td>
              <td>
                <span aria-hidden="true">{MARKS[one.state]} </span>
                {say(`witnesses.${one.state}`)}
                {remarksOn(one, speech).map((remark) => (
                  <span className="remark" key={remark}>
                    {remark}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function whoOf({ kind, name }: Witness, { say, compose }: ProofSpeech) {
  if (kind === 'opentimestamps') return say('witnesses.opentimestamps');
  if (name === undefined)
    return kind === 'paper' ? say('witnesses.paper') : compose(`witnesses.${kind}`, { name: '—' });
  return compose(kind === 'paper' ? 'witnesses.paperBy' : `witnesses.${kind}`, {
    name: <Written text={name} />,
  });
}

function remarksOn(one: Witness, { say, sayError, date }: ProofSpeech): string[] {
  const remarks: string[] = [];
  if (one.fault !== undefined) remarks.push(sayError(one.fault, { size: one.size, name: one.name ?? '—' }));
  if (one.vouched === 'nobody') remarks.push(say('witnesses.nobodyVouches'));
  if (one.until !== undefined && Date.parse(one.until) < Date.now())
    remarks.push(say('witnesses.ranOut', { date: date(one.until) }));
  for (const each of one.attestations ?? [])
    if (each.kind === 'block')
      remarks.push(
        say(each.block ? 'witnesses.block' : 'witnesses.blockUnchecked', { height: String(each.height) }),
      );
    else if (each.kind === 'pending')
      remarks.push(say('witnesses.pending', { calendar: new URL(each.calendar).host }));
  return remarks;
}
