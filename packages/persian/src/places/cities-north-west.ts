/** Cities by province code; the county centres and the larger towns, capital first. */
export const northWestCities = {
  '03': `
    تبریز Tabriz، مراغه Maragheh، مرند Marand، میانه Mianeh، اهر Ahar، بناب Bonab، سراب Sarab،
    آذرشهر Azarshahr، عجب‌شیر Ajabshir، شبستر Shabestar، هریس Heris، ملکان Malekan، جلفا Jolfa،
    اسکو Osku، بستان‌آباد Bostanabad، ورزقان Varzaqan، کلیبر Kaleybar، هشترود Hashtrud،
    قره‌آغاج (چاراویماق) Qareh Aghaj، خمارلو (خداآفرین) Khomarlu، هوراند Hurand، ترکمانچای Torkamanchay،
    سهند Sahand، ایلخچی Ilkhchi، باسمنج Basmenj، صوفیان Sufian، گوگان Gogan، ممقان Mamqan،
    خسروشاه Khosrowshah، سردرود Sardrud، تسوج Tasuj، هادی‌شهر Hadishahr، لیلان Leylan`,
  '04': `
    ارومیه Urmia، خوی Khoy، میاندوآب Miandoab، مهاباد Mahabad، بوکان Bukan، سلماس Salmas،
    پیرانشهر Piranshahr، نقده Naqadeh، سردشت Sardasht، ماکو Maku، تکاب Takab، شاهین‌دژ Shahin Dezh،
    اشنویه Oshnavieh، قره‌ضیاءالدین Qarah Zia od Din، شوط Showt، سیه‌چشمه Siah Cheshmeh، پلدشت Poldasht،
    چهاربرج Chahar Borj، بازرگان Bazargan، سرو Serow، محمدیار Mohammadyar، ربط Rabat، قوشچی Qushchi،
    فیرورق Firuraq، نوشین Nushin`,
  '24': `
    اردبیل Ardabil، پارس‌آباد Parsabad، مشگین‌شهر Meshgin Shahr، خلخال Khalkhal، گرمی Germi،
    بیله‌سوار Bileh Savar، نمین Namin، نیر Nir، گیوی (کوثر) Givi، سرعین Sarein، اصلاندوز Aslan Duz،
    جعفرآباد Jafarabad، رضی Razi، هشتجین Hashatjin، لاهرود Lahrud، آبی‌بیگلو Abi Beyglu،
    تازه‌کند (انگوت) Tazeh Kand`,
  '19': `
    زنجان Zanjan، ابهر Abhar، خرمدره Khorramdarreh، قیدار Qeydar، آب‌بر Ab Bar، ماه‌نشان Mahneshan،
    زرین‌آباد Zarrinabad، سلطانیه Soltanieh، هیدج Hidaj، صائین‌قلعه Sain Qaleh، گرماب Garmab،
    دندی Dandi، سهرورد Sohrevard، زرین‌رود Zarrinrud، سجاس Sojas`,
  '12': `
    سنندج Sanandaj، سقز Saqqez، مریوان Marivan، بانه Baneh، قروه Qorveh، کامیاران Kamyaran، بیجار Bijar،
    دیواندره Divandarreh، دهگلان Dehgolan، سروآباد Sarvabad، موچش Muchesh، یاسوکند Yasukand،
    کانی‌دینار Kani Dinar، سریش‌آباد Serishabad`,
  '05': `
    کرمانشاه Kermanshah، اسلام‌آباد غرب Eslamabad-e Gharb، هرسین Harsin، کنگاور Kangavar، سنقر Sonqor،
    جوانرود Javanrud، پاوه Paveh، صحنه Sahneh، سرپل ذهاب Sarpol-e Zahab، قصر شیرین Qasr-e Shirin،
    گیلان غرب Gilan-e Gharb، روانسر Ravansar، تازه‌آباد Tazehabad، کرند غرب Kerend-e Gharb،
    نوسود Nowsud، بیستون Bisotun، میان‌راهان Mianrahan`,
  '13': `
    همدان Hamadan، ملایر Malayer، نهاوند Nahavand، تویسرکان Tuyserkan، اسدآباد Asadabad،
    کبودرآهنگ Kabudarahang، بهار Bahar، رزن Razan، فامنین Famenin، قروه درجزین Qorveh-e Darjazin،
    لالجین Lalejin، مریانج Maryanaj، جوکار Jowkar، سامن Samen، فیروزان Firuzan، صالح‌آباد Salehabad،
    دمق Damaq، سرکان Sarkan، جورقان Juraqan، گل‌تپه Gol Tappeh`,
  '16': `
    ایلام Ilam، دهلران Dehloran، ایوان Eyvan، آبدانان Abdanan، دره‌شهر Darreh Shahr، مهران Mehran،
    سرابله Sarableh، ارکواز Arkavaz، بدره Badreh، لومار Lumar، چوار Chavar، توحید Towhid، موسیان Musian،
    پهله Pahleh`,
  '15': `
    خرم‌آباد Khorramabad، بروجرد Borujerd، دورود Dorud، الیگودرز Aligudarz، کوهدشت Kuhdasht،
    نورآباد Nurabad، ازنا Azna، الشتر Aleshtar، پل‌دختر Pol-e Dokhtar، سراب‌دوره Sarab-e Dowreh،
    معمولان Mamulan، چغابل Chaghabal، اشترینان Oshtorinan، گراب Garab، فیروزآباد Firuzabad،
    چالانچولان Chalanchulan`,
} as const
