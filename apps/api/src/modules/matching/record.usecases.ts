import { Refused, type exportRecord as contract } from '@parvis/contracts';
import type { UseCase } from '../../http/route.ts';
import { loadProgram } from '../programs/program.usecases.ts';
import { recordRound, writeRecord } from './record.ts';
import { loadRound } from './round.snapshot.ts';

/** The record of a round as a file, to be checked on any machine. */
export const exportRecord: UseCase<typeof contract> = async (deps, { params }) => {
  const row = await loadRound(deps, params.roundId);
  if (row.result === null || row.status === 'solving') throw new Refused('round-not-solved');
  const { definition } = await loadProgram(deps, row.programId);
  const content = writeRecord(recordRound({ ...row, result: row.result }));
  return {
    filename: `${definition.name} ${row.number}.json`,
    contentType: 'application/json',
    content: new TextEncoder().encode(content),
  };
};
