/**
 * Where the published names mislead or lack a language that newcomers in Sweden speak. Swedish and English were mended
 * in the source table already (pashto, kurmanji, dari); these are the Arabic names and the languages' own names, by hand.
 */
export interface LanguageFix {
  readonly ar?: string;
  readonly endonym?: string;
  readonly dir?: 'rtl';
}

export const languageFixes: Readonly<Record<string, LanguageFix>> = {
  aii: { ar: 'الآشورية' },
  acm: { ar: 'العربية العراقية' },
  apc: { ar: 'العربية الشامية' },
  apd: { ar: 'العربية السودانية' },
  arz: { ar: 'العربية المصرية' },
  byn: { endonym: 'ብሊን' },
  ckb: { ar: 'الكردية (السورانية)' },
  fit: { ar: 'الميانكيلية', endonym: 'meänkieli' },
  haz: { ar: 'الهزارغية', endonym: 'هزارگی' },
  id: { endonym: 'Bahasa Indonesia' },
  kbp: { ar: 'الكابية' },
  // CLDR folds Kurmanji into Kurdish, so that its name says nothing of which Kurdish.
  kmr: { ar: 'الكردية (الكرمانجية)' },
  ksw: { ar: 'الكارينية (سغاو)' },
  ku: { endonym: 'kurdî' },
  mnk: { ar: 'الماندنكا', endonym: 'Mandinka' },
  ms: { endonym: 'Bahasa Melayu' },
  om: { endonym: 'Afaan Oromoo' },
  prs: { ar: 'الدرية' },
  // Hanifi Rohingya is written from right to left.
  rhg: { dir: 'rtl' },
  rom: { ar: 'لغة الروما', endonym: 'romani čhib' },
  sma: { endonym: 'åarjelsaemien gïele' },
  smj: { endonym: 'julevsámegiella' },
  swl: { ar: 'لغة الإشارة السويدية', endonym: 'svenskt teckenspråk' },
  tig: { endonym: 'ትግረ' },
  tl: { endonym: 'Tagalog' },
  tru: { ar: 'السريانية الغربية (الطورويو)' },
  zza: { endonym: 'Zazakî' },
};
