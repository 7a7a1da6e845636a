import type { Translation } from '../dictionary.ts';

/* What is said of a person stands as a noun phrase ("with …: a free place"), so that it is right for a woman and a man alike. */
export const next: Translation<'next'> = {
  'best-for': 'الأفضل بعد ذلك بالنسبة إلى {name}:',
  'higher-for': 'نقاط أعلى بالنسبة إلى {name}:',
  partner: '{name}، {score}',
  why: 'ما الفرق؟',
  difference: {
    one: '{what}: نقطة إضافية مع {name}',
    two: '{what}: نقطتان إضافيتان مع {name}',
    few: '{what}: {count} نقاط إضافية مع {name}',
    many: '{what}: {count} نقطة إضافية مع {name}',
    other: '{what}: {count} نقطة إضافية مع {name}',
  },
  same: 'لا فرق يبلغ نصف نقطة.',
  free: {
    one: 'لدى {name} مكان واحد شاغر.',
    two: 'لدى {name} مكانان شاغران.',
    few: 'لدى {name} {count} أماكن شاغرة.',
    many: 'لدى {name} {count} مكانًا شاغرًا.',
    other: 'لدى {name} {count} مكان شاغر.',
  },
  pinned: {
    one: 'لدى {name} ثنائي آخر مثبّت.',
    two: 'لدى {name} ثنائيان آخران مثبّتان.',
    few: 'لدى {name} {count} ثنائيات أخرى مثبّتة.',
    many: 'لدى {name} {count} ثنائيًا آخر مثبّتًا.',
    other: 'لدى {name} {count} ثنائي آخر مثبّت.',
  },
  'longer-waiting': {
    one: 'المكان لدى {name} لشخص انتظر مدة أطول.',
    two: 'المكانان لدى {name} لشخصين انتظرا مدة أطول.',
    few: 'الأماكن لدى {name} لعدد {count} أشخاص انتظروا مدة أطول.',
    many: 'الأماكن لدى {name} لعدد {count} شخصًا انتظروا مدة أطول.',
    other: 'الأماكن لدى {name} لعدد {count} شخص انتظروا مدة أطول.',
  },
  'better-together': {
    one: 'المكان لدى {name} لشخص آخر، وهكذا تكون الجولة كلها في أفضل حال.',
    two: 'المكانان لدى {name} لشخصين آخرين، وهكذا تكون الجولة كلها في أفضل حال.',
    few: 'الأماكن لدى {name} لعدد {count} أشخاص آخرين، وهكذا تكون الجولة كلها في أفضل حال.',
    many: 'الأماكن لدى {name} لعدد {count} شخصًا آخرين، وهكذا تكون الجولة كلها في أفضل حال.',
    other: 'الأماكن لدى {name} لعدد {count} شخص آخرين، وهكذا تكون الجولة كلها في أفضل حال.',
  },
  'nobody-would-swap': {
    one: 'المكان لدى {name} لشخص آخر، وهكذا لا يوجد اثنان يفضّل كل منهما الآخر.',
    two: 'المكانان لدى {name} لشخصين آخرين، وهكذا لا يوجد اثنان يفضّل كل منهما الآخر.',
    few: 'الأماكن لدى {name} لعدد {count} أشخاص آخرين، وهكذا لا يوجد اثنان يفضّل كل منهما الآخر.',
    many: 'الأماكن لدى {name} لعدد {count} شخصًا آخرين، وهكذا لا يوجد اثنان يفضّل كل منهما الآخر.',
    other: 'الأماكن لدى {name} لعدد {count} شخص آخرين، وهكذا لا يوجد اثنان يفضّل كل منهما الآخر.',
  },
};
