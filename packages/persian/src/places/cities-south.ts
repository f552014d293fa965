/** Cities by province code; the county centres and the larger towns, capital first. */
export const southCities = {
  '06': `
    اهواز Ahvaz، دزفول Dezful، آبادان Abadan، بندر ماهشهر Bandar-e Mahshahr، خرمشهر Khorramshahr،
    بهبهان Behbahan، اندیمشک Andimeshk، مسجدسلیمان Masjed Soleyman، ایذه Izeh، شوشتر Shushtar،
    شوش Shush، رامهرمز Ramhormoz، بندر امام خمینی Bandar-e Emam Khomeyni، امیدیه Omidiyeh،
    سوسنگرد Susangerd، رامشیر Ramshir، هندیجان Hendijan، باغ‌ملک Bagh-e Malek، شادگان Shadegan،
    هویزه Hoveyzeh، لالی Lali، گتوند Gotvand، هفتکل Haftkel، قلعه خواجه (اندیکا) Qaleh Khvajeh،
    حمیدیه Hamidiyeh، ملاثانی Mollasani، شیبان Sheyban، ویس Veys، آغاجاری Aghajari، دهدز Dehdez،
    بستان Bostan، رفیع Rofayyeh، کوت عبدالله (کارون) Kut-e Abdollah، صفی‌آباد Safiabad،
    حسینیه Hoseyniyeh، الوان Alvan، میداود Meydavud، صیدون Seydun، چمران Chamran، اروندکنار Arvandkenar`,
  '18': `
    بوشهر Bushehr، برازجان Borazjan، بندر گناوه Bandar-e Ganaveh، بندر کنگان Bandar-e Kangan،
    عسلویه Asaluyeh، خورموج Khormuj، جم Jam، بندر دیلم Bandar-e Deylam، اهرم Ahram،
    بندر دیر Bandar-e Deyr، خارک Kharg، دلوار Delvar، آب‌پخش Ab Pakhsh، سعدآباد Sadabad،
    شبانکاره Shabankareh، دالکی Dalaki، کاکی Kaki، وحدتیه Vahdatiyeh، چغادک Choghadak،
    بندر ریگ Bandar-e Rig، بندر سیراف Bandar-e Siraf، نخل تقی Nakhl Taqi، بنک Banak، بردخون Bordekhun،
    آبدان Abdan، ریز Riz، شنبه Shonbeh`,
  '07': `
    شیراز Shiraz، مرودشت Marvdasht، جهرم Jahrom، فسا Fasa، کازرون Kazerun، صدرا Sadra، داراب Darab،
    فیروزآباد Firuzabad، لار Lar، آباده Abadeh، نورآباد ممسنی Nurabad-e Mamasani، نی‌ریز Neyriz،
    اقلید Eqlid، استهبان Estahban، گراش Gerash، زرقان Zarqan، کوار Kavar، سروستان Sarvestan،
    لامرد Lamerd، اردکان (سپیدان) Ardakan، صفاشهر Safashahr، قائمیه Qaemiyeh، قیر Qir،
    فراشبند Farashband، سعادت‌شهر Saadatshahr، ارسنجان Arsanjan، مهر Mohr، سوریان (بوانات) Surian،
    حاجی‌آباد Hajiabad، خنج Khonj، اوز Evaz، خرامه Kharameh، مصیری Masiri، بیضا Beyza، جویم Juyom،
    شهر پیر Shahr-e Pir، سیدان Seyyedan، زاهدشهر Zahedshahr، ششده Sheshdeh، کامفیروز Kamfiruz،
    بیرم Beyram، بنارویه Banaruyeh، خور Khur، لطیفی Latifi، ایج Ij، رونیز Runiz، میمند Meymand،
    خشت Khesht، کنارتخته Konartakhteh، بالاده Baladeh، داریان Dariyan، ایزدخواست Izadkhvast،
    سورمق Surmaq، قادرآباد Qaderabad، کوهنجان Kuhenjan، اشکنان Eshkanan، علامرودشت Alamarvdasht،
    گله‌دار Galleh Dar، وراوی Varavi`,
  '17': `
    یاسوج Yasuj، دوگنبدان (گچساران) Dogonbadan، دهدشت Dehdasht، لیکک Likak، سی‌سخت Sisakht، چرام Charam،
    باشت Basht، لنده Landeh، مارگون Margown، سوق Suq، چیتاب Chitab، دیشموک Dishmuk،
    قلعه رئیسی Qaleh Raisi، گراب سفلی Gerab-e Sofla، مادوان Madavan، پاتاوه Pataveh`,
  '22': `
    بندرعباس Bandar Abbas، میناب Minab، قشم Qeshm، کیش Kish، بندر لنگه Bandar-e Lengeh،
    رودان (دهبارز) Rudan، حاجی‌آباد Hajiabad، بستک Bastak، بندر خمیر Bandar-e Khamir، پارسیان Parsian،
    بندر جاسک Bandar-e Jask، سیریک Sirik، سردشت (بشاگرد) Sardasht، ابوموسی Abu Musa، هرمز Hormoz،
    بندر کنگ Bandar-e Kong، درگهان Dargahan، سوزا Suza، فین Fin، فارغان Fareghan، جناح Jenah،
    بندر چارک Bandar-e Charak، کوشکنار Kushk-e Nar، تیرور Tirur، کوهستک Kuhestak، هشتبندی Hashtbandi،
    رویدر Ruydar، قلعه قاضی Qaleh Qazi، زیارتعلی Ziarat-e Ali`,
  '08': `
    کرمان Kerman، سیرجان Sirjan، رفسنجان Rafsanjan، جیرفت Jiroft، بم Bam، زرند Zarand،
    شهربابک Shahr-e Babak، کهنوج Kahnuj، بافت Baft، بردسیر Bardsir، راور Ravar، انار Anar،
    عنبرآباد Anbarabad، منوجان Manujan، رودبار جنوب Rudbar-e Jonub، رابر Rabor، کوهبنان Kuhbanan،
    ماهان Mahan، فهرج Fahraj، نرماشیر Narmashir، بروات Baravat، راین Rayen، قلعه گنج Qaleh Ganj،
    ارزوئیه Orzuiyeh، محمدآباد ریگان Mohammadabad-e Rigan، فاریاب Faryab، نجف‌شهر Najafshahr،
    کشکوئیه Koshkuiyeh، بلوک Boluk، باغین Baghin، جوپار Jupar، اختیارآباد Ekhtiarabad،
    کیان‌شهر Kianshahr، شهداد Shahdad، گلباف Golbaf، چترود Chatrud، نگار Negar، پاریز Pariz،
    زیدآباد Zeydabad، جبالبارز Jebalbarez، مس سرچشمه Mes-e Sarcheshmeh`,
  '11': `
    زاهدان Zahedan، زابل Zabol، ایرانشهر Iranshahr، چابهار Chabahar، سراوان Saravan، خاش Khash،
    کنارک Konarak، نیک‌شهر Nikshahr، سرباز Sarbaz، راسک Rask، پیشین Pishin، میرجاوه Mirjaveh، زهک Zehak،
    سوران Suran، بمپور Bampur، گلمورتی (دلگان) Galmurti، فنوج Fanuj، قصرقند Qasr-e Qand،
    دوست‌محمدخان (هیرمند) Dust Mohammad Khan، ادیمی Adimi، محمدآباد Mohammadabad، بنجار Bonjar،
    نصرت‌آباد Nosratabad، جالق Jaleq، گشت Gosht، اسپکه Espakeh، بزمان Bazman، هیدوج Hiduch،
    زرآباد Zarabad، محمدان Mohammadan، سیرکان Sirkan، بنت Bent، نگور Negur، لاشار Lashar`,
} as const
