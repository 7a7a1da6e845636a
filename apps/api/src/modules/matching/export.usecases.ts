import type { exportRound as contract } from '@parvis/contracts';
import { translateTo } from '@parvis/messages/all';
import type { UseCase } from '../../http/route.ts';
import { loadProgram } from '../programs/program.usecases.ts';
import { writeWorkbook, XLSX } from '../sheets/workbook.ts';
import { layRound } from './round.sheets.ts';
import { loadRound } from './round.snapshot.ts';
import { viewRound } from './round.view.ts';

export const exportRound: UseCase<typeof contract> = async (deps, { params, locale }) => {
  const row = await loadRound(deps, params.roundId);
  const { definition } = await loadProgram(deps, row.programId);
  const round = await viewRound(deps, row, locale);
  const speaker = { locale, t: translateTo(locale), labels: round.labels };
  return {
    filename: `${definition.name} ${row.number}.xlsx`,
    contentType: XLSX,
    content: new Uint8Array(await writeWorkbook(layRound(speaker, round, definition))),
  };
};
