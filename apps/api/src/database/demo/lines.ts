import type { PersonDetails } from '@parvis/contracts';

/** A line of work: JobTech's occupation, its SSYK group, and the schooling that usually leads there (SCB's step, SUN 2020 field). */
interface Line {
  readonly occupation: string;
  readonly ssyk: string;
  readonly level: number;
  readonly field: string | null;
}

const line = (occupation: string, ssyk: string, level: number, field: string | null): Line => ({
  occupation,
  ssyk,
  level,
  field,
});

/** Named in English for the code alone; people read the names that JobTech and ESCO publish. */
export const LINES = {
  // academic
  pharmacist: line('YHfo_Sbx_vzK', '2281', 6, '727'),
  judge: line('uFNT_1EH_Cgq', '2612', 6, '380'),
  engineerBuilding: line('bDCc_dTJ_qcd', '2142', 6, '582'),
  constructionManager: line('Ys2U_uQv_V4n', '3112', 5, '582'),
  engineerMachines: line('Rd3G_bFa_zvR', '2144', 6, '521'),
  engineerElectric: line('GuRB_LaM_Adb', '2143', 6, '522'),
  developer: line('fg7B_yov_smw', '2512', 6, '481'),
  tester: line('843H_Mp1_EVL', '2514', 6, '481'),
  systemAnalyst: line('7YaM_bPu_c1T', '2511', 6, '481'),
  architect: line('XMWR_V22_WS1', '2161', 6, '581'),
  chemist: line('HtLv_4EJ_o5r', '2113', 6, '442'),
  economist: line('8N18_sGB_X4M', '3313', 6, '344'),
  auditor: line('jwgi_jYc_iE9', '2411', 6, '344'),
  controller: line('GrZU_ofe_QAx', '2412', 6, '344'),
  marketer: line('WCma_2oa_gyZ', '2431', 6, '342'),
  communicator: line('aRp4_qjZ_tPV', '2432', 6, '321'),
  journalist: line('5x47_XP7_zyN', '2642', 6, '321'),
  hrSpecialist: line('s28Q_sya_S2b', '2423', 6, '345'),
  socialWorker: line('FwM7_WYB_qgc', '2661', 6, '762'),
  psychologist: line('xBo9_V9m_bfg', '2241', 6, '311'),
  librarian: line('GujS_MtW_PRH', '2622', 6, '322'),
  teacherUpper: line('86sy_hBf_exW', '2330', 6, '145'),
  teacher: line('VZoJ_4oe_xyR', '2341', 6, '144'),
  preschoolTeacher: line('rUcW_z9R_Qsv', '2343', 6, '143'),
  headTeacher: line('hr5f_dci_NcD', '1410', 6, '142'),
  officer: line('YG1s_tUg_jWJ', '2422', 6, '313'),
  graphicDesigner: line('VpYo_k5f_N9R', '2172', 5, '213'),
  physician: line('9K3i_XD4_Kyy', '2219', 6, '721'),
  dentist: line('TdvW_S8R_CFH', '2260', 6, '724'),
  nurse: line('bXNH_MNX_dUR', '2221', 6, '723'),
  midwife: line('DEDi_wap_ntF', '2222', 6, '723'),
  physiotherapist: line('ES2Z_D87_uLq', '2272', 6, '726'),
  labAnalyst: line('Pj8T_bST_f7D', '3212', 6, '725'),
  // vocational and other
  assistantNurse: line('bSEB_VKd_Ub3', '5321', 4, '723'),
  careAssistant: line('4zLr_jP5_peZ', '5330', 3, '723'),
  personalAssistant: line('eU1q_zvL_9Rf', '5343', 3, null),
  childMinder: line('rM7G_ge7_XhP', '5311', 4, '761'),
  accountsClerk: line('BK8D_hZe_dtk', '4111', 4, '344'),
  receptionist: line('srEz_jK8_dQ5', '4225', 4, null),
  cook: line('JbJw_as4_S93', '5120', 3, '811'),
  waiter: line('rGGf_KLs_To7', '5131', 3, '811'),
  kitchenHelp: line('oRB5_b7i_Qzv', '9412', 2, null),
  baker: line('XugJ_6hw_wVV', '7612', 3, '541'),
  cleaner: line('KF64_AvU_S4N', '9111', 2, null),
  hairdresser: line('tuoE_9Nj_fAS', '5141', 3, '815'),
  tailor: line('ras1_rJP_9UX', '7531', 3, '542'),
  shopAssistant: line('pBhS_6fg_727', '5222', 3, '341'),
  shopManager: line('BHdM_TVA_baC', '5221', 4, '341'),
  taxiDriver: line('7FqZ_2r8_CEN', '8321', 3, '840'),
  busDriver: line('6zL8_YYP_1eR', '8331', 3, '840'),
  truckDriver: line('BNz8_F9J_y2L', '8332', 3, '840'),
  warehouseWorker: line('DLEi_bTh_oLA', '4322', 3, null),
  carpenter: line('4Z7F_oBG_vMG', '7111', 3, '582'),
  painter: line('rv19_K1B_Fuo', '7131', 3, '582'),
  bricklayer: line('gbuQ_nGX_vDz', '7112', 3, '582'),
  plumber: line('ZZTi_v6g_4cZ', '7125', 4, '582'),
  electrician: line('84Uc_bhA_s47', '7411', 4, '522'),
  welder: line('rxrQ_Nyy_k6y', '7212', 3, '521'),
  carMechanic: line('ZQWe_EYX_cqa', '7231', 4, '525'),
  farmer: line('Zod8_4Ss_9p4', '6130', 2, '621'),
  gardener: line('ZwCN_YoJ_coi', '6112', 3, '622'),
  forester: line('v9Ux_bdL_D74', '6210', 4, '623'),
  sawmillWorker: line('eXSQ_Gwt_hZN', '8173', 3, '543'),
} as const satisfies Readonly<Record<string, Line>>;
export type LineName = keyof typeof LINES;
export type LineMix = readonly (readonly [line: LineName | null, weight: number])[];

/** Lines of work that in fact are mostly men's or women's, here as there. */
const MOSTLY_MEN: readonly (LineName | null)[] = [
  'carpenter',
  'painter',
  'bricklayer',
  'plumber',
  'electrician',
  'welder',
  'carMechanic',
  'truckDriver',
  'taxiDriver',
  'busDriver',
  'forester',
  'sawmillWorker',
  'warehouseWorker',
];
const MOSTLY_WOMEN: readonly (LineName | null)[] = [
  'assistantNurse',
  'careAssistant',
  'childMinder',
  'preschoolTeacher',
  'hairdresser',
  'nurse',
  'receptionist',
  'accountsClerk',
];

/** A mix as it is among women, or among men. */
export function mixAmong(gender: 'woman' | 'man', mix: LineMix): LineMix {
  const rare = gender === 'woman' ? MOSTLY_MEN : MOSTLY_WOMEN;
  return mix.map(([name, weight]) => [name, rare.includes(name) ? weight * 0.12 : weight]);
}

/** An occupation as a person's details hold it. */
export function occupationOf(name: LineName, years: number): PersonDetails['occupations'][number] {
  const { occupation, ssyk } = LINES[name];
  return { occupation, ssyk, years, asWritten: null };
}

export function educationOf(name: LineName): PersonDetails['educations'][number] {
  const { level, field } = LINES[name];
  return { level, field };
}

/** Newcomers at large: a third with a university behind them, most from building, industry, shops, care and kitchens. */
export const NEWCOMER_LINES: LineMix = [
  [null, 22],
  ['carpenter', 5],
  ['painter', 4],
  ['bricklayer', 2],
  ['electrician', 3],
  ['welder', 3],
  ['carMechanic', 3],
  ['cook', 6],
  ['kitchenHelp', 4],
  ['baker', 3],
  ['cleaner', 6],
  ['shopAssistant', 6],
  ['hairdresser', 3],
  ['tailor', 3],
  ['taxiDriver', 4],
  ['truckDriver', 3],
  ['farmer', 4],
  ['careAssistant', 4],
  ['assistantNurse', 3],
  ['childMinder', 4],
  ['teacher', 5],
  ['teacherUpper', 2],
  ['nurse', 3],
  ['physician', 1],
  ['developer', 3],
  ['engineerBuilding', 3],
  ['economist', 3],
  ['accountsClerk', 3],
  ['socialWorker', 1],
  ['journalist', 1],
];

export const MENTOR_LINES: LineMix = [
  ['teacher', 10],
  ['preschoolTeacher', 6],
  ['teacherUpper', 4],
  ['nurse', 8],
  ['assistantNurse', 6],
  ['socialWorker', 5],
  ['librarian', 4],
  ['economist', 6],
  ['accountsClerk', 4],
  ['officer', 6],
  ['developer', 5],
  ['engineerBuilding', 3],
  ['engineerMachines', 3],
  ['marketer', 3],
  ['communicator', 3],
  ['hrSpecialist', 3],
  ['receptionist', 3],
  ['shopManager', 4],
  ['cook', 2],
  ['carpenter', 3],
  ['electrician', 3],
  ['busDriver', 2],
  ['childMinder', 3],
  ['physiotherapist', 2],
  ['psychologist', 2],
];
